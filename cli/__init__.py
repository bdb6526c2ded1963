"""The command line: every command a thin file, imported only when it is called."""
