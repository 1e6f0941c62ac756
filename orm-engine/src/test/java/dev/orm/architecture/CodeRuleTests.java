package dev.orm.architecture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

/**
 * Rules about code, whatever room it lives in.
 */
class CodeRuleTests {

	private final RoomRules rooms = new RoomRules(Rooms.BASE);

	@Test
	void everyPackageIsNullMarked() {
		check(classes().should(matching("live in a @NullMarked package",
				(type) -> type.getPackage().isAnnotatedWith(NullMarked.class))));
	}

	@Test
	void springStaysInTheRoomsThatTalkToIt() {
		check(noClasses().that(areOutside("org.springframework..", "Atomic"))
			.should()
			.dependOnClassesThat(resideInAPackage("org.springframework..")
				.and(resideOutsideOfPackage("org.springframework.util.."))));
	}

	@Test
	void springBootStaysOutOfTheEngine() {
		check(noClasses().should().dependOnClassesThat().resideInAPackage("org.springframework.boot.."));
	}

	@Test
	void micrometerStaysInObserve() {
		check(noClasses().that(areOutside("io.micrometer.."))
			.should()
			.dependOnClassesThat()
			.resideInAPackage("io.micrometer.."));
	}

	@Test
	void statementsAndResultSetsStayWhereJdbcIsSpoken() {
		String[] allowed = this.rooms.packages(List.of("execute", "transaction", "row", "type", "migration.run"));
		check(noClasses().that()
			.resideOutsideOfPackages(allowed)
			.and()
			.areNotAssignableTo("dev.orm.type.Codec")
			.should()
			.dependOnClassesThat()
			.haveNameMatching("java\\.sql\\.(Connection|PreparedStatement|ResultSet)"));
	}

	@Test
	void onlyTheDialectRoomNamesADatabase() {
		check(noClasses().that()
			.resideOutsideOfPackage("dev.orm.dialect..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("dev.orm.dialect.(*).."));
	}

	@Test
	void theSyntaxTreeIsSealedInterfacesRecordsAndEnums() {
		check(classes().that()
			.resideInAPackage("dev.orm.sql..")
			.and()
			.areTopLevelClasses()
			.should(matching("be an interface, a record or an enum",
					(type) -> type.isInterface() || type.isRecord() || type.isEnum())));
	}

	@Test
	void internalPackagesAreUsedOnlyByTheirParent() {
		check(classes().that().resideInAPackage("..internal..").should(new ArchCondition<>("serve only their parent") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				String parent = type.getPackageName().replaceFirst("\\.internal\\b.*", "");
				type.getDirectDependenciesToSelf()
					.stream()
					.filter((use) -> !use.getOriginClass().getPackageName().startsWith(parent))
					.forEach((use) -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
			}
		}));
	}

	@Test
	void namesSayWhatMakesATypeDifferent() {
		check(noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Impl|Tools)(\\$.*)?"));
	}

	@Test
	void nothingStaticChanges() {
		Set<Class<?>> mutable = Set.of(ArrayList.class, HashMap.class, HashSet.class, ConcurrentMap.class);
		noFields().that()
			.areStatic()
			.and(describe("are written in source", (field) -> !field.getModifiers().contains(JavaModifier.SYNTHETIC)))
			.should(new ArchCondition<>("be able to change") {
				@Override
				public void check(JavaField field, ConditionEvents events) {
					boolean changes = !field.getModifiers().contains(JavaModifier.FINAL)
							|| mutable.stream().anyMatch((type) -> field.getRawType().isAssignableTo(type));
					events.add(new SimpleConditionEvent(field, changes, field.getDescription()));
				}
			})
			.because("two applications in one JVM must not share state")
			.allowEmptyShould(true)
			.check(EngineClasses.ALL);
	}

	@Test
	void exceptionsBelongToOneOfTwoFamilies() {
		check(classes().that()
			.areAssignableTo(Throwable.class)
			.should()
			.haveSimpleNameEndingWith("Exception")
			.andShould()
			.beAssignableTo(describe("OrmException or DataAccessException",
					(JavaClass type) -> type.isAssignableTo("dev.orm.error.OrmException")
							|| type.isAssignableTo("org.springframework.dao.DataAccessException"))));
	}

	/**
	 * Classes outside the rooms a library is allowed in, some types of the front door
	 * excepted by name.
	 */
	private DescribedPredicate<JavaClass> areOutside(String library, String... exceptedAtTheFrontDoor) {
		List<String> excepted = List.of(exceptedAtTheFrontDoor);
		DescribedPredicate<JavaClass> allowed = resideInAnyPackage(this.rooms.packages(Rooms.LIBRARIES.get(library)));
		return describe("are outside the rooms of " + library, (type) -> !allowed.test(type)
				&& !(type.getPackageName().equals(Rooms.BASE) && excepted.contains(topLevel(type).getSimpleName())));
	}

	private static JavaClass topLevel(JavaClass type) {
		return type.getEnclosingClass().map(CodeRuleTests::topLevel).orElse(type);
	}

	private static void check(ArchRule rule) {
		rule.allowEmptyShould(true).check(EngineClasses.ALL);
	}

	private static <T> DescribedPredicate<T> describe(String text, Predicate<T> predicate) {
		return DescribedPredicate.describe(text, predicate);
	}

	private static ArchCondition<JavaClass> matching(String text, Predicate<JavaClass> predicate) {
		return new ArchCondition<>(text) {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				events.add(new SimpleConditionEvent(type, predicate.test(type), type.getName() + " does not " + text));
			}
		};
	}

}
