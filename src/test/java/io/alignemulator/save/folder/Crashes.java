package io.alignemulator.save.folder;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Kills a {@link CrashingProgram} again and again and looks at what is left. {@code bench/crash.sh 200} */
final class Crashes {

    private static final int MOST_LINES = 1000;

    private final Path folder;
    private final Random random;
    private long acknowledged;

    Crashes(Path folder, Random random) {
        this.folder = folder;
        this.random = random;
    }

    /** Arguments: how many times, and a seed if it is to be the same again. */
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : new Random().nextLong();
        System.out.println("seed " + seed);
        Path folder = Files.createTempDirectory("crashes");
        Crashes crashes = new Crashes(folder, new Random(seed));
        for (int round = 1; round <= rounds; round++) {
            crashes.round();
            if (round % 10 == 0) {
                System.out.println(
                        round + " kills, " + crashes.acknowledged + " batches acknowledged, none lost or torn, "
                                + Manifest.read(folder).orElseThrow().generation() + " generations");
            }
        }
        Saves.delete(folder);
    }

    long acknowledged() {
        return acknowledged;
    }

    /** Starts the program, kills it after any number of acknowledged batches, or while it opens the folder, and checks the folder. */
    void round() throws Exception {
        Map<String, Long> last = new TreeMap<>();
        int lines = random.nextInt(5) == 0 ? 0 : random.nextInt(MOST_LINES);
        Process program = ChildProcess.start(CrashingProgram.class, folder.toString());
        try (BufferedReader out = program.inputReader()) {
            String opening = out.readLine();
            if (!CrashingProgram.OPENING.equals(opening)) {
                throw new AssertionError("the program says " + opening);
            }
            read(out, lines, last);
            program.toHandle().destroyForcibly(); // unlike the process it leaves the stream open
            read(out, Integer.MAX_VALUE, last);
        }
        program.waitFor();
        check(last);
    }

    private void read(BufferedReader out, int lines, Map<String, Long> last) throws IOException {
        for (int i = 0; i < lines; i++) {
            String line = out.readLine();
            String[] words = line == null ? new String[0] : line.split(" ");
            if (line == null) {
                return;
            }
            // the last line of a killed process may lack its end, and then it says less than was acknowledged
            if (words.length == 2 && !words[1].isEmpty()) {
                last.merge(words[0], Long.parseLong(words[1]), Math::max);
                acknowledged++;
            }
        }
    }

    private void check(Map<String, Long> last) {
        try (SaveFolder save = Saves.open(folder)) {
            Map<String, String> documents = Saves.documents(save);
            for (int thread = 0; thread < CrashingProgram.THREADS; thread++) {
                String world = CrashingProgram.world(thread);
                long number = Long.parseLong(documents.getOrDefault(world, "0"));
                if (number < last.getOrDefault(world, 0L)) {
                    throw new AssertionError("batch " + last.get(world) + " of " + world
                            + " was acknowledged and is lost; " + number + " is there");
                }
                CrashingProgram.check(save, world, number);
            }
        }
    }
}
