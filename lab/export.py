"""Turns a trained checkpoint into what production loads: int8 ONNX, tokenizer, config, checksums."""

import argparse
import hashlib
import json
import shutil
import sys
from pathlib import Path

import torch
from transformers.exporters import AutoHfExporter, OnnxConfig, OnnxRuntimeDynamicConfig, OnnxRuntimeQuantizer

from lab.model import ClaimModel, base_folder
from models.nlp.load import WEIGHTS

_TOKENIZER = ("tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "vocab.txt")
CHECKSUMS = "SHA256SUMS"


def main() -> int:
    """Export a checkpoint folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, default=Path("var/train/best"))
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--fp32", action="store_true", help="leave the weights unquantized (for comparing)")
    options = parser.parse_args()
    export(ClaimModel.from_pretrained(options.checkpoint), options.out, is_quantized=not options.fp32)
    print(f"{options.out}: {(options.out / 'model.onnx').stat().st_size:,} bytes and {CHECKSUMS}")
    return 0


def export(model: ClaimModel, out: Path, is_quantized: bool = True) -> None:
    """Write ``model.onnx`` (with its ``.data``), tokenizer, config and checksums to *out*.

    Batch and length stay dynamic; the weights are quantized to int8 per channel, activations on the fly.
    """
    out.mkdir(parents=True, exist_ok=True)
    model = model.eval().to("cpu")
    inputs = {
        "input_ids": torch.randint(1000, 2000, (2, 16)),
        "attention_mask": torch.ones((2, 16), dtype=torch.long),
        "token_type_ids": torch.zeros((2, 16), dtype=torch.long),
    }
    quantizer = OnnxRuntimeQuantizer(OnnxRuntimeDynamicConfig(per_channel=True)) if is_quantized else None
    # Fused attention keeps its projections in fp32: unfused, every product of the encoder runs in int8.
    config = OnnxConfig(dynamic=True, ort_fusions=None, quantizer=quantizer)
    AutoHfExporter.from_config(config).export(model, inputs, config=config).save_pretrained(out)
    for name in _TOKENIZER:
        if (base_folder() / name).exists():
            shutil.copyfile(base_folder() / name, out / name)
    keep_config(out, model.config.to_dict())


def keep_config(folder: Path, config: dict[str, object]) -> None:
    """Write config.json (without what only names a machine or a library) and the checksums anew."""
    kept = {name: value for name, value in config.items() if name not in ("_name_or_path", "auto_map")}
    (folder / "config.json").write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n")
    write_checksums(folder)


def write_checksums(folder: Path) -> None:
    """Write the SHA-256 of every file of the weights, in the format that `sha256sum -c` reads."""
    names = sorted(p.name for p in folder.iterdir() if p.is_file() and p.name not in (CHECKSUMS, "README.md"))
    lines = [f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}" for name in names]
    (folder / CHECKSUMS).write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    sys.exit(main())
