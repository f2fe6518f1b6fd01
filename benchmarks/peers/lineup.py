"""The peers, by name."""

from __future__ import annotations

from benchmarks.peers import highs, scip
from benchmarks.peers.greedy import Greedy
from benchmarks.peers.linear_peer import LinearPeer
from benchmarks.peers.peer import Peer
from benchmarks.peers.textbook import Textbook


def peers() -> dict[str, Peer]:
    every: tuple[Peer, ...] = (
        LinearPeer(
            "highs", "HiGHS on the linear program of our model, block by block and tier by tier as ours", highs.minimise
        ),
        LinearPeer(
            "scip", "SCIP on the linear program of our model, block by block and tier by tier as ours", scip.minimise
        ),
        Textbook("textbook", "CP-SAT, one worker, exercises chosen for each session and one weighted sum of the tiers"),
        Textbook("textbook_2", "the same with two workers", workers=2),
        Greedy("greedy", "a scheduler without search, as apps have it: free days in order, exercises by turns"),
    )
    return {peer.name: peer for peer in every}
