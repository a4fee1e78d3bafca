"""The same drawing as BPMN 2.0 with its diagram, for those who keep their processes in a BPMN program.

One pool with the lanes; a box is a task, the report a start event with a gateway, the answer to the reporter an end
event. A condition is the condition of the flow that leads to a box; a lock is a text annotation.
"""

from xml.etree import ElementTree as ET

from baken.core.draw import bpmn_places as places
from baken.core.draw.layout import lay_out
from baken.core.draw.model import Drawing, Edge, Node
from baken.core.draw.shapes import Layout
from baken.core.vocabulary.text import Text

MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"
DI = "http://www.omg.org/spec/BPMN/20100524/DI"
DC = "http://www.omg.org/spec/DD/20100524/DC"
DD = "http://www.omg.org/spec/DD/20100524/DI"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
_OURS = "https://baken.example/bpmn"
_MAY = Text("kan of mag", "may")
_WITH_TERM = Text("{text} ({term})", "{text} ({term})")
_FORK = "n_start_fork"
_SOURCE = Text("Bron: {source}", "Source: {source}")
_SOURCES = Text("Bronnen: {titles}", "Sources: {titles}")
for _prefix, _uri in (("bpmn", MODEL), ("bpmndi", DI), ("dc", DC), ("di", DD), ("xsi", XSI)):
    ET.register_namespace(_prefix, _uri)


def bpmn(drawing: Drawing, lang: str) -> str:
    """Return the drawing as BPMN 2.0 XML."""
    made = _Bpmn(drawing, lang)
    ET.indent(made.root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(made.root, encoding="unicode") + "\n"


class _Bpmn:
    def __init__(self, drawing: Drawing, lang: str) -> None:
        self.drawing, self.lang = drawing, lang
        self.layout: Layout = lay_out(drawing, lang, "wide")
        self.nodes = {node.id: node for node in drawing.nodes}
        self.root = ET.Element(_model("definitions"), {"id": "definitions", "targetNamespace": _OURS})
        self._pool()
        self.process = ET.SubElement(self.root, _model("process"), {"id": "process", "isExecutable": "false"})
        diagram = ET.SubElement(self.root, _di("BPMNDiagram"), {"id": "diagram"})
        self.plane = ET.SubElement(diagram, _di("BPMNPlane"), {"id": "plane", "bpmnElement": "route"})
        room = places.pool(self.layout)
        self._shape("pool", room, horizontal=True)
        self._lanes()
        for node in drawing.nodes:
            self._node(node)
        ET.SubElement(self.process, _model("inclusiveGateway"), {"id": _FORK})
        self._shape(_FORK, places.fork(self.layout))
        labelled: set[str] = set()
        self._flow(_id("start"), _FORK, "f_start", places.to_fork(self.layout), "", None)
        for number, edge in enumerate(drawing.edges, 1):
            self._edge(number, edge, labelled)
        self._notes()

    def _pool(self) -> None:
        route = ET.SubElement(self.root, _model("collaboration"), {"id": "route"})
        name = self.drawing.title.in_(self.lang)
        ET.SubElement(route, _model("participant"), {"id": "pool", "name": name, "processRef": "process"})

    def _lanes(self) -> None:
        lanes = ET.SubElement(self.process, _model("laneSet"), {"id": "lanes"})
        for lane, band in zip(self.drawing.lanes, self.layout.bands, strict=True):
            made = ET.SubElement(
                lanes, _model("lane"), {"id": f"lane_{lane.id}", "name": lane.name.in_(self.lang)}
            )
            mine = [_id(node.id) for node in self.drawing.nodes if node.lane == lane.id]
            for name in [*mine, *([_FORK] if self.nodes["start"].lane == lane.id else [])]:
                ET.SubElement(made, _model("flowNodeRef")).text = name
            self._shape(f"lane_{lane.id}", (band.x, band.y, band.width, band.height), horizontal=True)

    def _node(self, node: Node) -> None:
        kind = {"start": "startEvent", "outcome": "endEvent"}.get(node.kind, "task")
        made = ET.SubElement(self.process, _model(kind), {"id": _id(node.id), "name": self._name(node)})
        if node.source.in_(self.lang):
            source = _SOURCE.format(source=node.source).in_(self.lang)
            ET.SubElement(made, _model("documentation")).text = f"{node.text.in_(self.lang)}\n{source}"
        box = self.layout.box(node.id)
        if kind == "task":
            self._shape(_id(node.id), places.task(box))
        else:
            event, label = places.event(box)
            self._shape(_id(node.id), event, label=label)

    def _name(self, node: Node) -> str:
        words = node.text if node.term is None else _WITH_TERM.format(text=node.text, term=node.term)
        said = places.headline_of(node, words.in_(self.lang))
        return f"{node.number}. {said}" if node.number is not None else said

    def _edge(self, number: int, edge: Edge, labelled: set[str]) -> None:
        target = self.nodes[edge.target]
        source = _FORK if edge.source == "start" else _id(edge.source)
        points = places.way(self.layout, edge)
        said = "; ".join(words.in_(self.lang) for words in target.conditions)
        if not said and edge.line == "may":
            said = _MAY.in_(self.lang)
        label = None
        if said and target.id not in labelled:
            labelled.add(target.id)
            label = places.label(self.layout.box(target.id))
        self._flow(source, _id(edge.target), f"f{number}", points, said, label)

    def _flow(
        self,
        source: str,
        target: str,
        name: str,
        points: places.Points,
        said: str,
        label: places.Room | None,
    ) -> None:
        about = {"id": name, "sourceRef": source, "targetRef": target}
        flow = ET.SubElement(
            self.process, _model("sequenceFlow"), {**about, **({"name": said} if said else {})}
        )
        if said:
            condition = ET.SubElement(
                flow, _model("conditionExpression"), {f"{{{XSI}}}type": "bpmn:tFormalExpression"}
            )
            condition.text = said
        self._line(name, points, label)

    def _notes(self) -> None:
        for node in self.drawing.nodes:
            box = self.layout.box(node.id)
            for number, (room, words) in enumerate(places.notes(box, node, self.lang), 1):
                self._note(f"note_{_id(node.id)}_{number}", words, room, _id(node.id), places.task(box))
        if self.drawing.sources:
            titles = "; ".join(source.in_(self.lang) for source in self.drawing.sources)
            several = _SOURCES if len(self.drawing.sources) > 1 else _SOURCE
            said = several.format(titles=titles, source=titles).in_(self.lang)
            self._note("note_sources", said, places.below(self.layout, said), None, None)

    def _note(
        self, name: str, words: str, room: places.Room, about: str | None, at: places.Room | None
    ) -> None:
        note = ET.SubElement(self.process, _model("textAnnotation"), {"id": name})
        ET.SubElement(note, _model("text")).text = words
        self._shape(name, room)
        if about is not None and at is not None:
            ends = {"id": f"to_{name}", "sourceRef": about, "targetRef": name, "associationDirection": "None"}
            ET.SubElement(self.process, _model("association"), ends)
            x = room[0] + 4.0
            self._line(f"to_{name}", ((x, at[1] + at[3]), (x, room[1])), None)

    def _shape(
        self, name: str, room: places.Room, *, horizontal: bool = False, label: places.Room | None = None
    ) -> None:
        about = {
            "id": f"shape_{name}",
            "bpmnElement": name,
            **({"isHorizontal": "true"} if horizontal else {}),
        }
        shape = ET.SubElement(self.plane, _di("BPMNShape"), about)
        _bounds(shape, room)
        if label is not None:
            _bounds(ET.SubElement(shape, _di("BPMNLabel")), label)

    def _line(self, name: str, points: places.Points, label: places.Room | None) -> None:
        edge = ET.SubElement(self.plane, _di("BPMNEdge"), {"id": f"line_{name}", "bpmnElement": name})
        for x, y in points:
            ET.SubElement(edge, f"{{{DD}}}waypoint", {"x": f"{x:g}", "y": f"{y:g}"})
        if label is not None:
            _bounds(ET.SubElement(edge, _di("BPMNLabel")), label)


def _bounds(parent: ET.Element, room: places.Room) -> None:
    names = ("x", "y", "width", "height")
    ET.SubElement(
        parent,
        f"{{{DC}}}Bounds",
        {name: f"{round(value, 2):g}" for name, value in zip(names, room, strict=True)},
    )


def _id(node: str) -> str:
    return "n_" + node.replace(".", "_")


def _model(name: str) -> str:
    return f"{{{MODEL}}}{name}"


def _di(name: str) -> str:
    return f"{{{DI}}}{name}"
