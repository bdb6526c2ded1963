"""What all processes know and none owns: claims, how they are kept, found and reviewed."""
