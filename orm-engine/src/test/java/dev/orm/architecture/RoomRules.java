package dev.orm.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import dev.orm.architecture.Rooms.Room;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * Makes rules about rooms below any base package, so that a test can prove on planted
 * classes that they turn red.
 */
final class RoomRules {

	private final String base;

	RoomRules(String base) {
		this.base = base;
	}

	ArchRule dependsOnlyOnAllowedRooms(Room room) {
		List<String> allowed = new ArrayList<>(List.of(subtree(room.name())));
		room.mayUse().stream().map(this::subtree).forEach(allowed::add);
		DescribedPredicate<JavaClass> outside = resideOutsideOfPackage(this.base + "..");
		return classes().that()
			.resideInAPackage(subtree(room.name()))
			.should()
			.onlyDependOnClassesThat(outside.or(resideInAnyPackage(allowed.toArray(String[]::new))))
			.as("room '%s' uses only %s".formatted(room.name(), room.mayUse()))
			.because("data flows one way; see the plan in Rooms");
	}

	ArchRule hasNoCircles() {
		return slices().matching(this.base + ".(*)..").should().beFreeOfCycles();
	}

	String[] packages(Iterable<String> rooms) {
		List<String> packages = new ArrayList<>();
		rooms.forEach((room) -> packages.add(subtree(room)));
		return packages.toArray(String[]::new);
	}

	private String subtree(String room) {
		return this.base + "." + room + "..";
	}

	/** Return the rooms that classes of a room depend on. */
	Set<String> used(Room room, JavaClasses classes) {
		String inside = this.base + "." + room.name();
		return classes.stream()
			.filter((type) -> (type.getPackageName() + ".").startsWith(inside + "."))
			.flatMap((type) -> type.getDirectDependenciesFromSelf().stream())
			.map((dependency) -> dependency.getTargetClass().getBaseComponentType().getPackageName())
			.filter((name) -> name.startsWith(this.base + ".") && !(name + ".").startsWith(inside + "."))
			.map((name) -> name.substring(this.base.length() + 1).split("\\.")[0])
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
