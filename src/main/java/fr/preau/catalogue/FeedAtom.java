package fr.preau.catalogue;

import fr.preau.event.EventKinds;
import fr.preau.event.Listing;
import fr.preau.web.French;
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

/// An Atom feed (RFC 4287) of events.
@Component
class FeedAtom {
    private final EventKinds kinds;
    private final String address;
    private final String service;
    private final Clock clock;

    FeedAtom(EventKinds kinds, Operator operator, Clock clock, @Value("${preau.address}") String address) {
        this.service = operator.serviceName();
        this.clock = clock;
        this.kinds = kinds;
        this.address = address.replaceAll("/+$", "");
    }

    String of(String title, SearchReading reading, List<Listing> listings) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
            xml.writeAttribute("xml:lang", "fr");
            head(xml, title, reading, listings);
            var names = kinds.names();
            for (var listing : listings) {
                entry(xml, listing, names.of(listing.event()));
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException problem) {
            throw new IllegalStateException(problem);
        }
        return text.toString();
    }

    private void head(XMLStreamWriter xml, String title, SearchReading reading, List<Listing> listings)
            throws XMLStreamException {
        var self = address + reading.at("/evenements.atom");
        element(xml, "title", service + " : " + title);
        element(xml, "subtitle", "Événements gratuits du numérique et des sciences informatiques");
        element(xml, "id", self);
        link(xml, "self", self, "application/atom+xml");
        link(xml, "alternate", address + reading.at("/evenements"), "text/html");
        element(
                xml,
                "updated",
                moment(
                        listings.isEmpty()
                                ? clock.instant().truncatedTo(ChronoUnit.DAYS)
                                : listings.getFirst().updatedAt()));
        author(xml, service);
        element(xml, "rights", "Licence Ouverte 2.0");
    }

    private void entry(XMLStreamWriter xml, Listing listing, String kind) throws XMLStreamException {
        var event = listing.event();
        xml.writeStartElement("entry");
        element(xml, "title", event.title());
        element(xml, "id", "urn:uuid:" + event.id().value());
        link(xml, "alternate", address + "/evenements/" + event.id().value(), "text/html");
        element(xml, "published", moment(listing.publishedAt()));
        element(xml, "updated", moment(listing.updatedAt()));
        author(xml, listing.organisation());
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", event.kind());
        xml.writeAttribute("label", printable(kind));
        element(xml, "summary", summary(listing));
        xml.writeEndElement();
    }

    private static String summary(Listing listing) {
        return "%s. %s. %s"
                .formatted(
                        French.sentence(CatalogueWords.dates(
                                listing.event(), listing.event().sessions())),
                        French.sentence(listing.event().place()),
                        listing.event().description());
    }

    private static void author(XMLStreamWriter xml, String name) throws XMLStreamException {
        xml.writeStartElement("author");
        element(xml, "name", name);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String href, String type) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", href);
        xml.writeAttribute("type", type);
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(printable(text));
        xml.writeEndElement();
    }

    private static String moment(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /// XML 1.0 has no place for these, even escaped.
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF&&[^\\n\\t]]", "");
    }
}
