package si.vpogled.demo.people;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;

/** Chance that always falls the same way: whoever asks with the same words gets the same throws. */
public final class Dice {
    private final Random random;

    private Dice(long seed) {
        random = new Random(seed);
    }

    public static Dice of(long seed, Object... words) {
        long mixed = seed;
        for (Object word : words) {
            for (char letter : word.toString().toCharArray()) {
                mixed = mixed * 31 + letter;
            }
            mixed = mixed * 0x9E3779B97F4A7C15L + 1;
        }
        return new Dice(mixed);
    }

    /** From 0 to {@code bound - 1}. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** Both ends included. */
    public int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    public boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    public <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    public LocalDate day(LocalDate from, LocalDate to) {
        return from.plusDays(random.nextLong(Math.max(1, to.toEpochDay() - from.toEpochDay())));
    }

    public LocalDateTime time(LocalDate from, LocalDate to) {
        return day(from, to).atTime(random.nextInt(6, 23), random.nextInt(60), random.nextInt(60));
    }

    public byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Readable, so that a test can look for it. */
    public String password() {
        String letters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
        StringBuilder password = new StringBuilder("Geslo-");
        for (int i = 0; i < 12; i++) {
            password.append(letters.charAt(random.nextInt(letters.length())));
        }
        return password.toString();
    }

    /** From the ranges that RFC 5737 and RFC 3849 keep for documentation. */
    public String address() {
        return switch (random.nextInt(4)) {
            case 0 -> "192.0.2." + between(1, 254);
            case 1 -> "198.51.100." + between(1, 254);
            case 2 -> "203.0.113." + between(1, 254);
            default -> "2001:db8:%x::%x".formatted(between(1, 0xffff), between(1, 0xffff));
        };
    }
}
