"""How every box of a drawing stands for one signal: done, due, overdue, waiting, optional, not needed, cannot tell."""

from dataclasses import replace
from datetime import datetime

from baken.core.derive.answers import ReferralState, Route, Status
from baken.core.draw.model import Drawing, Node


def positioned(drawing: Drawing, route: Route, now: datetime | None, destination: str | None) -> Drawing:
    """Return the drawing with the status of every box in it."""
    found = _Position(drawing, route, now, destination)
    return replace(drawing, nodes=tuple(replace(node, status=found.of(node)) for node in drawing.nodes))


class _Position:
    def __init__(self, drawing: Drawing, route: Route, now: datetime | None, destination: str | None) -> None:
        self.drawing, self.route, self.now, self.destination = drawing, route, now, destination
        self.steps = {step.id: step.status for step in route.steps}
        self.referrals = {one.partner: one for one in route.referrals}
        self.tables = {one.table: one for one in route.tables}
        self.assessed = route.stage not in ("new", "received", "enriching")
        self.unclear = {(one.partner, one.obliges) for one in route.cannot_tell}

    def of(self, node: Node) -> Status:
        """Return how one box stands."""
        match node.kind:
            case "start":
                return "done"
            case "outcome":
                telling = [self.steps.get(one.id) for one in self.drawing.after(node.id)]
                return "done" if "done" in telling and not {"due", "overdue"} & set(telling) else "waiting"
            case "table":
                return self._table(node)
            case "receiver":
                return self._receiver(node)
            case "elsewhere":
                return self._elsewhere(node)
        # Advice that does not count now is not in the route.
        return self.steps.get(node.id, "not_needed")

    def _table(self, node: Node) -> Status:
        table = self.tables.get(node.id.rsplit(".", 1)[-1])
        if table is not None and table.done:
            return "done"
        giver = self.drawing.after(node.id)
        status: Status = self.steps.get(giver[0].id, "waiting") if giver else "waiting"
        if status == "done":
            return "not_needed"
        return "waiting" if table is not None and table.held and status in ("due", "optional") else status

    def _receiver(self, node: Node) -> Status:
        to = node.id.split(".", 1)[1]
        state = self.referrals.get(to)
        if state is not None and (state.strength == "required") is node.strong:
            return self._given(state)
        if (to, node.strong) in self.unclear:
            return "cannot_tell"
        return "waiting" if node.assessed and not self.assessed else "not_needed"

    def _given(self, state: ReferralState) -> Status:
        if state.done:
            return "done"
        if state.held:
            return "waiting"
        if state.strength == "suggested":
            return "optional"
        late = state.due_at is not None and self.now is not None and self.now > state.due_at
        return "overdue" if late else "due"

    def _elsewhere(self, node: Node) -> Status:
        to = node.id.split(".", 1)[1]
        if self.destination == to:
            state = self.referrals.get(to)
            return self._given(state) if state is not None else "due"
        (assess,) = self.drawing.after(node.id)
        return "not_needed" if self.steps.get(assess.id) == "done" else "waiting"
