package fr.preau.showcase;

import fr.preau.web.Operator;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The gallery as an Atom feed (RFC 4287). Its author is the school: a feed is copied far, so it names no pupil. Images
/// and video are those allowed at this moment; an entry is updated when one of them appears or is hidden.
@Component
class GalleryFeed {
    private final String address;
    private final String service;
    private final Clock clock;

    GalleryFeed(Operator operator, Clock clock, @Value("${preau.address}") String address) {
        this.service = operator.serviceName();
        this.clock = clock;
        this.address = address.replaceAll("/+$", "");
    }

    String of(GallerySearch search, List<Work> works) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
            xml.writeAttribute("xml:lang", "fr");
            head(xml, search, works);
            for (var work : works) {
                entry(xml, work);
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException problem) {
            throw new IllegalStateException(problem);
        }
        return text.toString();
    }

    private void head(XMLStreamWriter xml, GallerySearch search, List<Work> works) throws XMLStreamException {
        var self = address + search.at("/trophees.atom");
        element(xml, "title", service + " : projets des Trophées NSI");
        element(xml, "id", self);
        link(xml, "self", self);
        link(xml, "alternate", address + search.at("/trophees"));
        element(
                xml,
                "updated",
                moment(
                        works.isEmpty()
                                ? clock.instant().truncatedTo(ChronoUnit.DAYS)
                                : works.getFirst().listed().updatedAt()));
        author(xml, service);
    }

    private void entry(XMLStreamWriter xml, Work work) throws XMLStreamException {
        var project = work.listed();
        xml.writeStartElement("entry");
        element(xml, "title", project.content().title());
        element(xml, "id", "urn:uuid:" + project.id().value());
        link(xml, "alternate", address + project.path());
        for (var image : work.images()) {
            link(xml, "enclosure", address + image.path());
        }
        if (work.video() != null) {
            link(xml, "related", work.video().href());
        }
        element(xml, "published", moment(project.publishedAt()));
        element(xml, "updated", moment(project.updatedAt()));
        author(xml, project.school());
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", project.category().name());
        xml.writeAttribute("label", project.category().french());
        element(xml, "rights", project.licence().french());
        element(xml, "summary", project.content().summary());
        xml.writeEndElement();
    }

    private static void author(XMLStreamWriter xml, String name) throws XMLStreamException {
        xml.writeStartElement("author");
        element(xml, "name", name);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", href);
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        // XML 1.0 has no place for these, even escaped.
        xml.writeCharacters(text.replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF&&[^\\n\\t]]", ""));
        xml.writeEndElement();
    }

    private static String moment(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
