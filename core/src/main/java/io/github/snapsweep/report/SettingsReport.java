package io.github.snapsweep.report;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import io.github.snapsweep.config.Configuration;
import io.github.snapsweep.config.Effective;
import io.github.snapsweep.config.Origin;
import io.github.snapsweep.progress.Progress;
import java.util.List;
import java.util.regex.Pattern;

/** Shows the settings that hold, those that somebody set before the defaults. */
public final class SettingsReport {

    private static final int WIDEST = 10_000; // a value is never cut
    private static final Pattern SECRET =
            Pattern.compile("slurm\\.env\\..*(TOKEN|SECRET|PASSW|CREDENTIAL|KEY).*", Pattern.CASE_INSENSITIVE);

    private final Configuration configuration;
    private final Progress progress;

    public SettingsReport(Configuration configuration, Progress progress) {
        this.configuration = configuration;
        this.progress = progress;
    }

    /** Shows them, and returns them for the result file. */
    public List<ShownSetting> show() {
        List<Effective> given = configuration.effective().stream()
                .filter(setting -> !setting.origin().equals(Origin.PRESET))
                .toList();
        List<Effective> preset = configuration.effective().stream()
                .filter(setting -> setting.origin().equals(Origin.PRESET))
                .toList();
        if (given.isEmpty()) {
            progress.info("nothing is set: every setting has its default");
        } else {
            table(
                    given,
                    List.of(
                            left("setting").with(Effective::key),
                            left("value").with(SettingsReport::value),
                            left("set by").with(setting -> setting.origin().text())));
        }
        progress.info("");
        table(
                preset,
                List.of(left("default").with(Effective::key), left("value").with(SettingsReport::value)));
        return configuration.effective().stream()
                .map(setting -> new ShownSetting(
                        setting.key(), value(setting), setting.origin().text()))
                .toList();
    }

    private void table(List<Effective> settings, List<ColumnData<Effective>> columns) {
        AsciiTable.getTable(AsciiTable.NO_BORDERS, settings, columns)
                .lines()
                .map(String::stripTrailing)
                .forEach(progress::info);
    }

    private static String value(Effective setting) {
        return shown(setting.key(), setting.value());
    }

    /** On one line; and what a job's log should not have, neither should that of a build, nor a page. */
    static String shown(String key, String value) {
        if (SECRET.matcher(key).matches()) {
            return "(hidden)";
        }
        return value.strip().replace("\r", "").replace("\n", "\\n");
    }

    private static Column left(String header) {
        return new Column()
                .header(header)
                .headerAlign(HorizontalAlign.LEFT)
                .dataAlign(HorizontalAlign.LEFT)
                .maxWidth(WIDEST);
    }

    /**
     * A setting in the result file.
     *
     * @param setting its full name
     * @param value as it was written
     * @param from who set it
     */
    public record ShownSetting(String setting, String value, String from) {}
}
