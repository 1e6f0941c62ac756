package dev.orm.attack;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs all attacks one after the other, each for its share of a time, and prints what
 * came of it. {@code bin/attack} starts {@link #main}.
 */
public final class Campaign {

	private static final int FINDINGS = 20;

	private final PrintStream out;

	private final Map<Attack, Ledger> ledgers = new LinkedHashMap<>();

	Campaign(PrintStream out) {
		this.out = out;
	}

	static List<Attack> attacks() {
		return List.of(new NthCallAttack(), new CutConnectionAttack(), new KilledServerAttack(), new DeadlockAttack(),
				new AbortedTransactionAttack(), new HostileAttack(), new ExtremeValueAttack(), new NumberAttack(),
				new MemoryAttack());
	}

	/**
	 * Attack.
	 * @param arguments the minutes it takes, more or less, and a part of the names of the
	 * attacks to run
	 */
	public static void main(String[] arguments) {
		double minutes = (arguments.length > 0) ? Double.parseDouble(arguments[0]) : 5;
		Campaign campaign = new Campaign(new PrintStream(System.out, true, StandardCharsets.UTF_8));
		String part = (arguments.length > 1) ? arguments[1] : "";
		List<Attack> chosen = attacks().stream().filter((attack) -> attack.name().contains(part)).toList();
		Duration share = Duration.ofMillis((long) (minutes * 60_000 / chosen.size()));
		boolean clean = campaign.run(chosen, share);
		System.exit(clean ? 0 : 1);
	}

	/** Run attacks, each for a time; answer whether nothing was found. */
	boolean run(List<Attack> attacks, Duration share) {
		this.out.printf("%-60s %12s %10s %9s %6s %8s %9s%n", "attack", "operations", "faults", "unknown", "lost",
				"doubled", "problems");
		for (Attack attack : attacks) {
			Ledger ledger = new Ledger();
			this.ledgers.put(attack, ledger);
			attack.run(ledger, Deadline.in(share));
			this.out.printf("%-60s %s%n", attack.name(), ledger.figures());
		}
		this.ledgers.forEach((attack, ledger) -> {
			List<String> findings = ledger.findings().stream().distinct().toList();
			findings.stream().limit(FINDINGS).forEach((finding) -> this.out.println(attack.name() + ": " + finding));
		});
		return this.ledgers.values().stream().allMatch((ledger) -> ledger.findings().isEmpty());
	}

}
