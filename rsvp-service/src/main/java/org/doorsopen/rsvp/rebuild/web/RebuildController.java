package org.doorsopen.rsvp.rebuild.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.doorsopen.rsvp.rebuild.Rebuild;
import org.doorsopen.rsvp.rebuild.Rebuilds;
import org.doorsopen.web.organizers.Organizers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Lets organizers rebuild the read model while it answers. */
@RestController
@Tag(name = "Organizers")
class RebuildController {

  private static final Logger log = LoggerFactory.getLogger(RebuildController.class);

  private final Rebuild rebuild;
  private final Rebuilds rebuilds;

  RebuildController(Rebuild rebuild, Rebuilds rebuilds) {
    this.rebuild = rebuild;
    this.rebuilds = rebuilds;
  }

  record Listed(List<Rebuilds.Asked> rebuilds) {}

  @PostMapping("/api/read-model/rebuilds")
  @Operation(summary = "Reads everything again from the topics, and answers when that is done")
  Rebuild.Done rebuild(Principal organizer) {
    String name = Organizers.recordedName(organizer);
    log.info("{} asks for a rebuild of the read model", name);
    return rebuild
        .run(name)
        .orElseThrow(
            () -> new ResponseStatusException(HttpStatus.CONFLICT, "It is being rebuilt already."));
  }

  @GetMapping("/api/read-model/rebuilds")
  @Operation(summary = "The latest hundred rebuilds, each with the organizer who asked for it")
  Listed rebuilds() {
    return new Listed(rebuilds.latest());
  }
}
