package io.alignemulator.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The samples of {@link Growth} as curves, both axes in powers of ten, and as a table of medians for a page. */
final class GrowthChart {

    private static final int WIDTH = 860;
    private static final int HEIGHT = 460;
    private static final int LEFT = 70;
    private static final int RIGHT = 250;
    private static final int TOP = 30;
    private static final int BOTTOM = 50;
    private static final String[] COLOURS = {
        "#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd", "#8c564b", "#e377c2", "#7f7f7f", "#17becf"
    };

    private final Map<String, TreeMap<Long, Double>> curves = new LinkedHashMap<>();
    private final Map<String, TreeMap<Long, Double>> others = new LinkedHashMap<>();

    private GrowthChart() {}

    /** Arguments: the samples, the picture to write. Prints the table. */
    public static void main(String[] args) throws IOException {
        GrowthChart chart = new GrowthChart();
        chart.read(Path.of(args[0]));
        Files.writeString(Path.of(args[1]), chart.svg());
        System.out.print(chart.table());
    }

    private void read(Path samples) throws IOException {
        Map<String, Map<Long, List<Double>>> all = new LinkedHashMap<>();
        for (String line : Files.readAllLines(samples)) {
            String[] cells = line.split("\t");
            all.computeIfAbsent(cells[1] + "\t" + cells[2], what -> new TreeMap<>())
                    .computeIfAbsent(Long.valueOf(cells[0]), size -> new ArrayList<>())
                    .add(Double.valueOf(cells[3]));
        }
        all.forEach((what, bySize) -> {
            String[] name = what.split("\t");
            boolean isCurve = name[1].equals("us") && !name[0].endsWith(", first");
            TreeMap<Long, Double> medians = new TreeMap<>();
            bySize.forEach((size, values) -> medians.put(size, median(values)));
            (isCurve ? curves : others).put(isCurve ? name[0] : name[0] + ", " + name[1], medians);
        });
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private String table() {
        StringBuilder table = new StringBuilder();
        List<Long> sizes = curves.values().stream()
                .flatMap(curve -> curve.keySet().stream())
                .distinct()
                .sorted()
                .toList();
        table.append("| |");
        sizes.forEach(size -> table.append(String.format(Locale.ROOT, " %,d |", size)));
        table.append("\n|---|").append("--:|".repeat(sizes.size())).append('\n');
        curves.forEach((name, curve) -> row(table, name + ", us", curve, sizes));
        others.forEach((name, curve) -> row(table, name, curve, sizes));
        return table.toString();
    }

    private static void row(StringBuilder table, String name, TreeMap<Long, Double> curve, List<Long> sizes) {
        table.append("| ").append(name).append(" |");
        for (Long size : sizes) {
            Double value = curve.get(size);
            table.append(value == null ? " |" : String.format(Locale.ROOT, value < 10 ? " %.2f |" : " %,.0f |", value));
        }
        table.append('\n');
    }

    private String svg() {
        double lowest = Math.floor(Math.log10(least()));
        double highest = Math.ceil(Math.log10(most()));
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n"
                        + "<text x=\"%d\" y=\"18\">microseconds of processor time a call, by records of the site</text>%n",
                WIDTH,
                HEIGHT,
                LEFT));
        for (double power = lowest; power <= highest; power++) {
            double y = y(Math.pow(10, power), lowest, highest);
            svg.append(String.format(
                    Locale.ROOT,
                    "<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/><text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%,.0f</text>%n",
                    LEFT,
                    y,
                    WIDTH - RIGHT,
                    LEFT - 6,
                    y + 4,
                    Math.pow(10, power)));
        }
        for (double power = 3; power <= 6; power++) {
            double x = x((long) Math.pow(10, power));
            svg.append(String.format(
                    Locale.ROOT,
                    "<path d=\"M%.1f %dV%d\" stroke=\"#ddd\"/><text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%,.0f</text>%n",
                    x,
                    TOP,
                    HEIGHT - BOTTOM,
                    x,
                    HEIGHT - BOTTOM + 18,
                    Math.pow(10, power)));
        }
        int number = 0;
        for (Map.Entry<String, TreeMap<Long, Double>> curve : curves.entrySet()) {
            curve(svg, curve.getKey(), curve.getValue(), number++, lowest, highest);
        }
        return svg.append("</svg>\n").toString();
    }

    private void curve(
            StringBuilder svg, String name, TreeMap<Long, Double> curve, int number, double lowest, double highest) {
        String colour = COLOURS[number % COLOURS.length];
        StringBuilder points = new StringBuilder();
        curve.forEach((size, value) ->
                points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(size), y(value, lowest, highest))));
        int y = TOP + 12 + number * 18;
        svg.append(String.format(
                Locale.ROOT,
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>"
                        + "<path d=\"M%d %dh18\" stroke=\"%s\" stroke-width=\"2\"/><text x=\"%d\" y=\"%d\">%s</text>%n",
                points.toString().strip(),
                colour,
                WIDTH - RIGHT + 14,
                y - 4,
                colour,
                WIDTH - RIGHT + 38,
                y,
                name));
    }

    /** From a thousand to a million. */
    private static double x(long size) {
        return LEFT + (WIDTH - LEFT - RIGHT) * (Math.log10(size) - 3) / 3;
    }

    private static double y(double value, double lowest, double highest) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (Math.log10(value) - lowest) / (highest - lowest);
    }

    private double least() {
        return curves.values().stream()
                .flatMap(curve -> curve.values().stream())
                .min(Double::compare)
                .orElse(1.0);
    }

    private double most() {
        return curves.values().stream()
                .flatMap(curve -> curve.values().stream())
                .max(Double::compare)
                .orElse(10.0);
    }
}
