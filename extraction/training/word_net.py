"""The word tagger as a network: letters and places of the words of a page -> likelihood of each role of each word."""

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from extraction.layout.features import BUCKETS, MOST_WORDS, PLACES, WAVES
from extraction.layout.roles import TAGS

HIDDEN, LAYERS, HEADS, INNER = 144, 4, 6, 432


class WordNet(nn.Module):
    """An encoder as that of BERT, small, over embeddings of what words say and where they stand (as LayoutLM's)."""

    def __init__(self) -> None:
        super().__init__()
        self.letters = nn.Embedding(BUCKETS, HIDDEN, padding_idx=0)
        self.place = nn.Sequential(nn.Linear(PLACES * (2 * WAVES + 1), HIDDEN), nn.GELU(), nn.Linear(HIDDEN, HIDDEN))
        self.encoder = BertModel(
            BertConfig(
                vocab_size=2,  # its own embedding of words is not used
                hidden_size=HIDDEN,
                num_hidden_layers=LAYERS,
                num_attention_heads=HEADS,
                intermediate_size=INNER,
                max_position_embeddings=MOST_WORDS,
                attn_implementation="eager",  # type: ignore[call-arg]
            ),
            add_pooling_layer=False,
        )
        self.roles = nn.Linear(HIDDEN, len(TAGS))

    def forward(self, grams: Tensor, places: Tensor, mask: Tensor) -> Tensor:
        """(pages, words, GRAMS), (pages, words, PLACES), (pages, words) of 1 and 0 -> (pages, words, TAGS) scores."""
        told = (grams > 0).float().unsqueeze(-1)
        letters = (self.letters(grams) * told).sum(2) / told.sum(2).clamp(min=1)
        angles = [places * (torch.pi * 2**k) for k in range(WAVES)]
        waves = torch.cat([places, *(torch.sin(a) for a in angles), *(torch.cos(a) for a in angles)], dim=-1)
        seen = self.encoder(inputs_embeds=letters * 4 + self.place(waves), attention_mask=mask).last_hidden_state
        scores: Tensor = self.roles(seen)
        return scores
