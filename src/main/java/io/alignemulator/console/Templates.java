package io.alignemulator.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.alignemulator.console.view.Shown;

/** Prints pages by the templates that the build compiled; what is no markup of a template is escaped. */
final class Templates {

    private static final String PACKAGE = "io.alignemulator.console.html";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), PACKAGE);

    byte[] print(Shown shown) {
        Utf8ByteOutput out = new Utf8ByteOutput();
        engine.render(shown.template(), shown.view(), out);
        return out.toByteArray();
    }
}
