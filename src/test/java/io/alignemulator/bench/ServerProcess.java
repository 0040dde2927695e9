package io.alignemulator.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the process of a server holds, as the JDK's tools and the kernel tell it. */
record ServerProcess(long pid) {

    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    /** Megabytes of heap in use after a collection. */
    double heap() throws IOException, InterruptedException {
        output("jcmd", Long.toString(pid), "GC.run");
        Matcher used = USED.matcher(output("jcmd", Long.toString(pid), "GC.heap_info"));
        double sum = 0;
        while (used.find()) {
            sum += Double.parseDouble(used.group(1)) / 1024;
        }
        return sum;
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        int metaspace = text.indexOf("Metaspace");
        return metaspace < 0 ? text : text.substring(0, metaspace);
    }

    long threads() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("Threads:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    long descriptors() throws IOException {
        try (var files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return files.count();
        }
    }
}
