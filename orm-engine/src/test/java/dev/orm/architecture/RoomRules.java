package dev.orm.architecture;

import java.util.ArrayList;
import java.util.List;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
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

}
