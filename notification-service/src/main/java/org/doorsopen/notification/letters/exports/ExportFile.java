package org.doorsopen.notification.letters.exports;

import java.time.Instant;
import org.doorsopen.notification.contacts.Contact;
import org.doorsopen.notification.exports.HeldElsewhere;
import org.doorsopen.notification.letters.exports.DataExport.OfRsvp;
import org.doorsopen.notification.mails.Mail;
import org.doorsopen.notification.mime.OutgoingMail.Attachment;
import org.doorsopen.notification.recipients.Recipient;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The data that is held about an address as JSON, for programs: by RSVP, and within each by the
 * service that holds it. What is not known is missing. Names of fields stay; further ones may come.
 */
public final class ExportFile {

  private static final String NAME = "held-about-you.json";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ExportFile() {}

  public static Attachment of(DataExport export, Contact.Known reader, Instant now) {
    ObjectNode root = JSON.createObjectNode();
    root.put("address", reader.email()).put("writtenAt", now.toString());
    ArrayNode rsvps = root.putArray("rsvps");
    export.rsvps().forEach(rsvp -> add(rsvps.addObject(), rsvp));
    if (export.others() > 0) {
      root.put("olderRsvpsNotListed", export.others());
    }
    root.put("schedule-service", "holds nothing about attendees");
    return new Attachment(NAME, "application/json", JSON.writeValueAsString(root) + "\n");
  }

  private static void add(ObjectNode node, OfRsvp rsvp) {
    node.put("rsvpId", rsvp.elsewhere().rsvpId()).put("meetupId", rsvp.elsewhere().meetupId());
    putIfAny(node, "meetup", rsvp.meetup());
    addElsewhere(withContact(node.putObject("rsvp-service"), rsvp.contact()), rsvp.elsewhere());
    ObjectNode here = withContact(node.putObject("notification-service"), rsvp.contact());
    if (rsvp.recipient() != null) {
      addRecipient(here, rsvp.recipient());
    }
    ArrayNode mails = here.putArray("mails");
    rsvp.mails().forEach(mail -> addMail(mails.addObject(), mail));
  }

  private static ObjectNode withContact(ObjectNode node, Contact.Known contact) {
    return node.put("name", contact.name())
        .put("email", contact.email())
        .put("locale", contact.locale().toLanguageTag());
  }

  private static void addElsewhere(ObjectNode node, HeldElsewhere.Rsvp rsvp) {
    node.put("receivedAt", rsvp.contactReceivedAt().toString())
        .put("status", rsvp.status())
        .put("addressConfirmed", rsvp.addressConfirmed());
    if (rsvp.seats() != null) {
      node.put("seats", rsvp.seats());
    }
    if (rsvp.waitlistPosition() != null) {
      node.put("waitlistPosition", rsvp.waitlistPosition());
    }
    putIfAny(node, "reason", rsvp.reason());
    putIfAny(node, "undelivered", rsvp.undelivered());
  }

  private static void addRecipient(ObjectNode node, Recipient recipient) {
    node.put("standing", recipient.standing().name())
        .put("seats", recipient.seats())
        .put("wantsReminders", recipient.wantsReminders())
        .put("hasCalendarEntry", recipient.told().invited());
    if (recipient.told().version() != null) {
      node.put("toldVersion", recipient.told().version());
    }
  }

  private static void addMail(ObjectNode node, Mail mail) {
    node.put("kind", mail.kind().name())
        .put("status", mail.status().name())
        .put("queuedAt", mail.times().queuedAt().toString())
        .put("attempts", mail.tries().attempts());
    putIfAny(node, "sentAt", mail.times().sentAt());
    putIfAny(node, "heldBackAt", mail.times().heldAt());
    putIfAny(node, "lastError", mail.tries().lastError());
  }

  private static void putIfAny(ObjectNode node, String field, @Nullable Object value) {
    if (value != null) {
      node.put(field, value.toString());
    }
  }
}
