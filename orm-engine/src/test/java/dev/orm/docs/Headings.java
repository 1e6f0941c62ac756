package dev.orm.docs;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The anchors of a page, as GitHub makes them of its headings. */
final class Headings {

	private static final Pattern HEADING = Pattern.compile("#{1,6} (.*)");

	private static final Pattern LINK = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");

	private static final Pattern DROPPED = Pattern.compile("[^\\p{L}\\p{N}_\\- ]");

	private Headings() {
	}

	/** Return the anchors; what is in blocks of code is no heading. */
	static Set<String> anchors(Page page) {
		Set<String> anchors = new LinkedHashSet<>();
		Map<String, Integer> same = new HashMap<>();
		for (String line : page.prose()) {
			Matcher heading = HEADING.matcher(line);
			if (heading.matches()) {
				String anchor = anchor(heading.group(1));
				int before = same.merge(anchor, 1, Integer::sum) - 1;
				anchors.add((before == 0) ? anchor : anchor + "-" + before);
			}
		}
		return anchors;
	}

	private static String anchor(String heading) {
		String text = LINK.matcher(heading).replaceAll("$1").strip().toLowerCase(Locale.ROOT);
		return DROPPED.matcher(text).replaceAll("").replace(' ', '-');
	}

}
