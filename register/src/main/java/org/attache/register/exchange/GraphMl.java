package org.attache.register.exchange;

import java.io.Writer;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.attache.register.dealing.Dealing;

/** Dealings as a graph: the sides are nodes, each dealing is an edge from supplier to recipient. */
public final class GraphMl {
  private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";

  private GraphMl() {}

  /** Writes dealings of which two sides are known; among more than two, one edge for each pair. */
  public static void write(List<Dealing> dealings, Writer out) throws XMLStreamException {
    XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("graphml");
    xml.writeDefaultNamespace(NAMESPACE);
    for (String name : List.of("kind", "title", "stage", "first", "last", "sources", "disputed")) {
      xml.writeEmptyElement("key");
      xml.writeAttribute("id", name);
      xml.writeAttribute("for", "edge");
      xml.writeAttribute("attr.name", name);
      xml.writeAttribute("attr.type", name.equals("sources") ? "int" : "string");
    }
    xml.writeStartElement("graph");
    xml.writeAttribute("id", "register");
    xml.writeAttribute("edgedefault", "directed");
    SortedSet<String> sides = new TreeSet<>();
    dealings.stream()
        .filter(dealing -> dealing.sides().closed())
        .forEach(dealing -> sides.addAll(dealing.sides().parties()));
    for (String side : sides) {
      xml.writeEmptyElement("node");
      xml.writeAttribute("id", side);
    }
    for (Dealing dealing : dealings) {
      if (dealing.sides().closed()) {
        edges(xml, dealing);
      }
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.flush();
  }

  private static void edges(XMLStreamWriter xml, Dealing dealing) throws XMLStreamException {
    List<String> sides = dealing.sides().parties();
    boolean directed = dealing.sides().together().isEmpty();
    for (int i = 0; i < sides.size(); i++) {
      for (int j = i + 1; j < sides.size(); j++) {
        xml.writeStartElement("edge");
        xml.writeAttribute(
            "id", sides.size() == 2 ? dealing.id() : dealing.id() + "-" + i + "-" + j);
        xml.writeAttribute("source", sides.get(i));
        xml.writeAttribute("target", sides.get(j));
        xml.writeAttribute("directed", Boolean.toString(directed));
        data(xml, "kind", dealing.sides().kind().code());
        data(xml, "title", dealing.title());
        data(xml, "stage", dealing.stage().code());
        data(xml, "first", dealing.first().toString());
        data(xml, "last", dealing.last().toString());
        data(xml, "sources", Integer.toString(dealing.voices().size()));
        data(xml, "disputed", Boolean.toString(dealing.disputed()));
        xml.writeEndElement();
      }
    }
  }

  private static void data(XMLStreamWriter xml, String key, String value)
      throws XMLStreamException {
    xml.writeStartElement("data");
    xml.writeAttribute("key", key);
    xml.writeCharacters(value);
    xml.writeEndElement();
  }
}
