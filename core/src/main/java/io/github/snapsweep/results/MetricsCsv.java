package io.github.snapsweep.results;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.List;

/** The last row of a table with a head: what a task that writes a row each step had reached. */
final class MetricsCsv {

    private MetricsCsv() {}

    /** @throws IOException when it is no table */
    static Metrics read(String place, String text) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            FoundNumbers found = new FoundNumbers(place);
            NamedCsvRecord last = null;
            for (NamedCsvRecord row : rows) {
                last = row;
            }
            if (last != null) {
                List<String> names = last.getHeader();
                for (int column = 0; column < names.size() && column < last.getFieldCount(); column++) {
                    found.add(names.get(column), last.getField(column));
                }
            }
            return found.metrics();
        } catch (CsvParseException e) {
            throw new IOException("it is no CSV: " + e.getMessage(), e);
        }
    }
}
