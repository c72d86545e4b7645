package org.doorsopen.notification.contacts;

import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.doorsopen.notification.explanations.Explanations;
import org.doorsopen.notification.exports.Exports;
import org.doorsopen.notification.inbox.Inbox;
import org.doorsopen.notification.mails.MailQueue;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.ContactProvided;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Reads names and addresses, one record per RSVP. A tombstone erases the contact, and with it every
 * mail that still waits; tombstones that exist only to make Kafka compact the topic are skipped.
 */
@Component
class ContactsListener {

  private final Inbox inbox;
  private final Contacts contacts;
  private final MailQueue queue;
  private final Exports exports;
  private final Explanations explanations;

  ContactsListener(
      Inbox inbox, Contacts contacts, MailQueue queue, Exports exports, Explanations explanations) {
    this.inbox = inbox;
    this.contacts = contacts;
    this.queue = queue;
    this.exports = exports;
    this.explanations = explanations;
  }

  @KafkaListener(topics = Topics.CONTACTS, groupId = "notification-contacts")
  void on(ConsumerRecord<String, @Nullable Object> event) {
    if (!Topics.NOBODY.equals(event.key())) {
      inbox.once(event, _ -> handle(event.key(), event.value()));
    }
  }

  private void handle(String rsvpId, @Nullable Object event) {
    switch (event) {
      case null -> erase(rsvpId);
      case ContactProvided contact -> provide(contact);
      default -> {} // a type that came after this build
    }
  }

  private void provide(ContactProvided contact) {
    Locale locale = Locale.forLanguageTag(contact.getLocale());
    contacts.put(
        contact.getRsvpId(),
        new Contact.Known(contact.getName(), contact.getEmail(), locale),
        contact.getProvidedAt());
    queue.contactArrived(contact.getRsvpId());
  }

  private void erase(String rsvpId) {
    contacts.erase(rsvpId);
    queue.contactErased(rsvpId);
    exports.erase(rsvpId);
    explanations.erase(rsvpId);
  }
}
