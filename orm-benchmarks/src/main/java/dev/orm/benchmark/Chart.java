package dev.orm.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws the time ratios as bars, as SVG. */
final class Chart {

	private static final String[] COLORS = { "#888888", "#1a7f37", "#0969da", "#bf8700", "#cf222e", "#8250df",
			"#bf3989", "#57606a", "#1b7c83" };

	private static final int LEFT = 330;

	private static final int WIDTH = 560;

	private static final int BAR = 11;

	/** Bars end here; longer ones say their number. */
	private static final double MOST = 8;

	private final Results results;

	private final StringBuilder svg = new StringBuilder();

	private int y = 50;

	Chart(Results results) {
		this.results = results;
	}

	String draw() {
		List<String> contenders = this.results.contenders();
		int x = 10;
		for (int i = 0; i < contenders.size(); i++) {
			text(x, 20, COLORS[i % COLORS.length], "■ " + contenders.get(i));
			x += 36 + 7 * contenders.get(i).length();
		}
		for (Workload workload : this.results.workloads()) {
			int top = this.y;
			for (int i = 0; i < contenders.size(); i++) {
				Optional<Measurement> found = this.results.find(workload, contenders.get(i));
				if (found.isPresent()) {
					bar(this.results.timeRatio(found.get()), COLORS[i % COLORS.length]);
				}
			}
			text(10, top + 10, "#57606a", workload.title());
			this.y += 12;
		}
		return String.format(Locale.ROOT,
				"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\""
						+ " font-size=\"12\"><rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n%s</svg>%n",
				LEFT + WIDTH + 70, this.y, this.svg);
	}

	private void bar(double ratio, String color) {
		double width = Math.min(ratio, MOST) / MOST * WIDTH;
		this.svg
			.append(String.format(Locale.ROOT, "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n",
					LEFT, this.y, width, BAR - 1, color));
		text((int) (LEFT + width + 4), this.y + 10, "#57606a", String.format(Locale.ROOT, "%.2f", ratio));
		this.y += BAR;
	}

	private void text(int x, int base, String color, String text) {
		this.svg.append(
				String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>%n", x, base, color, text));
	}

}
