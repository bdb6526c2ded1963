"""How the model's graph is opened: ONNX Runtime, one thread a session, without what makes it slower."""

from pathlib import Path
from typing import Any

_SLOW_FUSION = "SkipLayerNormFusion"
"""The fused kernel of a sum and its normalization takes four times as long as the two apart."""


def open_session(model: Path, *, threads: int = 1, keeps_memory: bool = True) -> Any:
    """Return a session on *model* that runs in *threads* threads of this process.

    With *keeps_memory* the arena holds on to the largest batch's memory for good.
    """
    import onnxruntime  # loading it costs time that whoever needs no model need not pay

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_cpu_mem_arena = keeps_memory
    return onnxruntime.InferenceSession(
        model, options, providers=["CPUExecutionProvider"], disabled_optimizers=[_SLOW_FUSION]
    )
