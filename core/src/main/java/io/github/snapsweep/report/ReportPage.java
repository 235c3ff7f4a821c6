package io.github.snapsweep.report;

import com.samskivert.mustache.Mustache;
import io.github.snapsweep.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * A page of one file: template, style, scripts and data. The browser runs these scripts and no other, and fetches nothing:
 * the page's own policy names their hashes.
 */
final class ReportPage {

    private static final String CHARTS = "/META-INF/snapsweep/echarts.min.js";

    private ReportPage() {}

    /**
     * Writes it.
     *
     * @param facts what the template shows, escaped
     * @param data what the script draws
     */
    static void write(Writer out, Map<String, Object> facts, Object data) {
        Map<String, Object> all = new HashMap<>(facts);
        String charts = resource(CHARTS);
        String script = resource("report.js");
        all.put("style", resource("report.css"));
        all.put("charts", charts);
        all.put("script", script);
        all.put("policy", "script-src '" + hash(charts) + "' '" + hash(script) + "'");
        all.put("data", inScript(Json.line(data)));
        Mustache.compiler()
                .escapeHTML(true)
                .compile(new StringReader(resource("report.mustache")))
                .execute(all, out);
    }

    /** JSON that no HTML parser takes for the end of its element, or for anything else. */
    static String inScript(String json) {
        return json.replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream resource = ReportPage.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
