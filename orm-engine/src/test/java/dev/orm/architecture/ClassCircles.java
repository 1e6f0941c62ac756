package dev.orm.architecture;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;

/**
 * Finds pairs of files of one package that know each other. What a file makes may call
 * its maker, which is how a part asks for what it needs; a type that is only named, as in
 * a {@code permits} clause or a visitor's signature, is not known by it.
 */
final class ClassCircles {

	private final Map<String, Set<String>> calls = new HashMap<>();

	private final Map<String, Set<String>> makes = new HashMap<>();

	ClassCircles(Iterable<JavaClass> classes) {
		for (JavaClass type : classes) {
			type.getAccessesFromSelf().forEach((access) -> note(type, access));
		}
	}

	private void note(JavaClass type, JavaAccess<?> access) {
		JavaClass target = access.getTargetOwner();
		put((access instanceof JavaConstructorCall) ? this.makes : this.calls, type, target);
	}

	private static void put(Map<String, Set<String>> known, JavaClass from, JavaClass to) {
		if (from.getPackageName().equals(to.getPackageName()) && !file(from).equals(file(to))) {
			known.computeIfAbsent(file(from), (missing) -> new TreeSet<>()).add(file(to));
		}
	}

	private static String file(JavaClass type) {
		return type.getName().substring(Rooms.BASE.length() + 1).replaceFirst("\\$.*", "");
	}

	/** Return pairs of which each calls the other, and neither makes it. */
	Set<String> pairs() {
		Set<String> pairs = new TreeSet<>();
		this.calls.forEach((from, all) -> all.stream()
			.filter((to) -> this.calls.getOrDefault(to, Set.of()).contains(from) && !isMade(from, to))
			.forEach((to) -> pairs.add(String.join(" ~ ", new TreeSet<>(Set.of(from, to))))));
		return pairs;
	}

	private boolean isMade(String one, String other) {
		return this.makes.getOrDefault(one, Set.of()).contains(other)
				|| this.makes.getOrDefault(other, Set.of()).contains(one);
	}

}
