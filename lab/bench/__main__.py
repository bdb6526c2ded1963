"""What `make bench` measures: the throughput of the whole pipeline; `review` measures the review bench."""

import sys

from lab.bench import throughput
from lab.bench.review import main as review

if __name__ == "__main__":
    sys.exit(review.main(sys.argv[2:]) if sys.argv[1:2] == ["review"] else throughput.main())
