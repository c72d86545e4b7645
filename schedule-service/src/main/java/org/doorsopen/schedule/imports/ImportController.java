package org.doorsopen.schedule.imports;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Locale;
import org.doorsopen.pages.words.Words;
import org.doorsopen.schedule.imports.Imports.Form;
import org.doorsopen.web.problems.OtherCharset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Reads an announcement as the draft of a meetup, which the client creates when it is whole. */
@RestController
class ImportController {

  private static final String CALENDAR = "text/calendar";

  private final Imports imports;
  private final Reasons reasons;

  ImportController(Imports imports, Words words) {
    this.imports = imports;
    this.reasons = new Reasons(words.in(Locale.ENGLISH));
  }

  @PostMapping(
      path = "/api/schedules/imports",
      consumes = {MediaType.TEXT_PLAIN_VALUE, CALENDAR, MediaType.TEXT_HTML_VALUE})
  @Operation(
      summary = "Reads an announcement as the draft of a meetup; nothing of it is kept",
      requestBody =
          @RequestBody(
              required = true,
              description =
                  "An announcement, a calendar (RFC 5545), or a page with or without data"
                      + " of schema.org; in UTF-8, up to 256 KB",
              content = {
                @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string")),
                @Content(mediaType = CALENDAR, schema = @Schema(type = "string")),
                @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string"))
              }))
  @ApiResponse(responseCode = "200", description = "What was read", useReturnTypeSchema = true)
  ImportAnswer read(
      @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type, HttpServletRequest request)
      throws IOException {
    requireUtf8(type.getCharset());
    Form form = form(type);
    byte[] body = request.getInputStream().readAllBytes();
    return ImportAnswer.of(imports.read(body, form), reasons, form != Form.TEXT);
  }

  private static Form form(MediaType type) {
    return switch (type.getSubtype()) {
      case "calendar" -> Form.CALENDAR;
      case "html" -> Form.PAGE;
      default -> Form.TEXT;
    };
  }

  private static void requireUtf8(@Nullable Charset charset) {
    if (charset != null && !charset.equals(UTF_8) && !charset.equals(US_ASCII)) {
      throw new OtherCharset(charset.name());
    }
  }
}
