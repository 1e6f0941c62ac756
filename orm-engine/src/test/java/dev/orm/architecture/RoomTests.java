package dev.orm.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import dev.orm.architecture.Rooms.Room;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The floor plan holds, and the rules that say so can fail.
 */
class RoomTests {

	private static final List<Room> PLAN = Rooms.PLAN;

	private final RoomRules rules = new RoomRules(Rooms.BASE);

	@ParameterizedTest
	@FieldSource("PLAN")
	void aRoomUsesOnlyTheRoomsOfItsLine(Room room) {
		this.rules.dependsOnlyOnAllowedRooms(room).check(EngineClasses.ALL);
	}

	@Test
	void roomsHaveNoCircles() {
		this.rules.hasNoCircles().check(EngineClasses.ALL);
	}

	@Test
	void everyPackageBelongsToARoomOfThePlan() {
		Set<String> found = EngineClasses.ALL.stream()
			.map(JavaClass::getPackageName)
			.filter((name) -> name.startsWith(Rooms.BASE + "."))
			.map((name) -> name.substring(Rooms.BASE.length() + 1).split("\\.")[0])
			.collect(Collectors.toSet());
		assertThat(Rooms.names()).containsAll(found);
	}

	@Test
	void thePlanItselfHasNoWayUp() {
		assertThat(Rooms.PLAN).allSatisfy((room) -> {
			List<String> below = Rooms.names().subList(0, Rooms.names().indexOf(room.name()));
			assertThat(below).containsAll(room.mayUse());
		});
	}

	@ParameterizedTest
	@FieldSource("PLAN")
	void aRoomUsesEachRoomOfItsLine(Room room) {
		assertThat(this.rules.used(room, EngineClasses.ALL)).containsAll(room.mayUse());
	}

	@Test
	void aPackageStaysSmallEnoughToRead() {
		Map<String, Integer> types = new TreeMap<>();
		EngineClasses.ALL.stream()
			.filter((type) -> type.getEnclosingClass().isEmpty() && !type.getSimpleName().equals("package-info"))
			.filter((type) -> !type.isAnnotation())
			.forEach((type) -> types.merge(type.getPackageName(), 1, Integer::sum));
		assertThat(types).allSatisfy((name, count) -> assertThat(count).as(name)
			.isLessThanOrEqualTo(Rooms.LARGER_PACKAGES.getOrDefault(name, Rooms.LARGEST_PACKAGE)));
	}

	/** Decision 26 tells which packages gave types away, and what they may hold. */
	@Test
	void theDecisionTellsTheCapsOfThePlan() throws IOException {
		Map<String, Integer> told = new TreeMap<>();
		for (String line : Files.readAllLines(Path.of("../docs/adr/0026-no-cap-of-the-floor-plan-is-raised.md"))) {
			String[] cells = line.split("\\s*\\|\\s*");
			if (cells.length > 3 && cells[3].matches("\\d+")) {
				String name = cells[1].replace("`", "");
				told.put(name.equals("front door") ? Rooms.BASE : Rooms.BASE + "." + name, Integer.valueOf(cells[3]));
			}
		}
		assertThat(told.keySet()).containsAll(Rooms.LARGER_PACKAGES.keySet());
		assertThat(told).allSatisfy((name, cap) -> assertThat(cap).as(name)
			.isEqualTo(Rooms.LARGER_PACKAGES.getOrDefault(name, Rooms.LARGEST_PACKAGE)));
	}

	@Test
	void besideAnnotationsTheirRoomHoldsOnlyWhatTheyName() {
		assertThat(EngineClasses.ALL.stream()
			.filter((type) -> type.getPackageName().equals(Rooms.BASE + ".annotation"))
			.filter((type) -> type.getEnclosingClass().isEmpty() && !type.getSimpleName().equals("package-info"))
			.filter((type) -> !type.isAnnotation())).allMatch((type) -> type.isInterface() || type.isEnum());
	}

	@Test
	void thePlanTurnsRedOnAPlantedArrow() {
		EvaluationResult result = planted().dependsOnlyOnAllowedRooms(new Room("sql", List.of()))
			.evaluate(plantedClasses());
		assertThat(result.hasViolation()).isTrue();
		assertThat(result.getFailureReport().toString()).contains("PlantedNode").contains("PlantedDialect");
	}

	@Test
	void thePlanStaysGreenOnAnAllowedArrow() {
		EvaluationResult result = planted().dependsOnlyOnAllowedRooms(new Room("sql", List.of("dialect")))
			.evaluate(plantedClasses());
		assertThat(result.hasViolation()).isFalse();
	}

	@Test
	void anArrowNobodyUsesIsTold() {
		assertThat(planted().used(new Room("sql", List.of()), plantedClasses())).containsExactly("dialect");
	}

	@Test
	void circlesTurnRedOnAPlantedPair() {
		assertThat(planted().hasNoCircles().evaluate(plantedClasses()).hasViolation()).isTrue();
	}

	private static RoomRules planted() {
		return new RoomRules(Rooms.BASE + ".architecture.planted");
	}

	private static JavaClasses plantedClasses() {
		return new ClassFileImporter().importPackages(Rooms.BASE + ".architecture.planted");
	}

}
