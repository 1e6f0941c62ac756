package dev.orm.architecture;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A name may stand twice in the engine: users, SQL and schemas have a column each. It
 * does not where one file meets both.
 */
class NameRuleTests {

	@Test
	void noFileMeetsTwoTypesOfOneName() {
		assertThat(metTwice(EngineClasses.ALL)).isEmpty();
	}

	@Test
	void theRuleSeesAFileThatDoes() {
		assertThat(metTwice(new ClassFileImporter().importClasses(Planted.class)))
			.containsExactly(NameRuleTests.class.getName() + ": Column");
	}

	private static Set<String> metTwice(JavaClasses classes) {
		Map<String, String> met = new HashMap<>();
		Set<String> twice = new TreeSet<>();
		for (JavaClass type : classes) {
			for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
				JavaClass target = dependency.getTargetClass().getBaseComponentType();
				String place = file(type) + ": " + target.getSimpleName();
				if (isTopLevel(target)
						&& !met.computeIfAbsent(place, (missing) -> target.getName()).equals(target.getName())) {
					twice.add(place);
				}
			}
		}
		return twice;
	}

	private static boolean isTopLevel(JavaClass type) {
		return type.getName().startsWith(Rooms.BASE + ".") && type.getEnclosingClass().isEmpty();
	}

	private static String file(JavaClass type) {
		return type.getName().replaceFirst("\\$.*", "");
	}

	/** Meets two kinds of columns. */
	record Planted(dev.orm.sql.Column column, dev.orm.schema.Column fact) {

	}

}
