"""What `make bench` measures: the throughput of the whole pipeline."""

import sys

from lab.bench.throughput import main

if __name__ == "__main__":
    sys.exit(main())
