package dev.orm.architecture;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.GivenFieldsConjunction;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rules about code, whatever room it lives in.
 */
class CodeRuleTests {

	private final RoomRules rooms = new RoomRules(Rooms.BASE);

	/**
	 * A handle without key and owner, shared by all NULLs, refuses to remember anything.
	 */
	private static final Set<String> EMPTY_HANDLES = Set.of("dev.orm.model.ForeignKey.EMPTY",
			"dev.orm.model.OneToOne.EMPTY", "dev.orm.model.GenericKey.EMPTY");

	/** What a thread does is no application's state: it lasts for one call. */
	private static final Set<String> OF_A_THREAD = Set.of("dev.orm.observe.QueryLog.CURRENT",
			"dev.orm.work.UnitOfWork.CURRENT", "dev.orm.type.CurrentZone.OVERRIDE",
			"dev.orm.expression.node.Shape$Scratch.FREE");

	@Test
	void everyPackageIsNullMarked() {
		check(classes().should(matching("live in a @NullMarked package",
				(type) -> type.getPackage().isAnnotatedWith(NullMarked.class))));
	}

	/** Within a room, too. */
	@Test
	void packagesHaveNoCircles() {
		check(slices().matching(Rooms.BASE + ".(**)").should().beFreeOfCycles());
	}

	@Test
	void springStaysInTheRoomsThatTalkToIt() {
		check(noClasses().that(areOutside("org.springframework.."))
			.should()
			.dependOnClassesThat(resideInAPackage("org.springframework..")
				.and(resideOutsideOfPackage("org.springframework.util.."))));
	}

	@Test
	void micrometerStaysInObserve() {
		check(noClasses().that(areOutside("io.micrometer.."))
			.should()
			.dependOnClassesThat()
			.resideInAPackage("io.micrometer.."));
	}

	@Test
	void flywayStaysWhereMigrationsAreApplied() {
		check(noClasses().that(areOutside("org.flywaydb.."))
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.flywaydb.."));
	}

	@Test
	void statementsAndResultSetsStayWhereJdbcIsSpoken() {
		String[] allowed = this.rooms.packages(List.of("execute", "cluster", "transaction", "row", "codec", "type",
				"migration.apply", "migration.inspect"));
		check(noClasses().that()
			.resideOutsideOfPackages(allowed)
			.and()
			.areNotAssignableTo("dev.orm.codec.Codec")
			.should()
			.dependOnClassesThat()
			.haveNameMatching("java\\.sql\\.(Connection|PreparedStatement|ResultSet)"));
	}

	@Test
	void theDriversOwnTypesStayWhereValuesAndStatementsTravel() {
		check(noClasses().that(areOutside("org.postgresql.."))
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.postgresql.."));
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
	void namesSayWhatMakesATypeDifferent() {
		check(noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Impl|Tools)(\\$.*)?"));
	}

	@Test
	void nothingStaticChanges() {
		staticFields().should(beUnableToChange()).check(EngineClasses.ALL);
	}

	@Test
	void theRuleSeesWhatAStaticFieldHolds() {
		JavaClasses planted = new ClassFileImporter().importClasses(Planted.class, Planted.Holder.class);
		assertThat(staticFields().should(beUnableToChange()).evaluate(planted).getFailureReport().getDetails())
			.hasSize(1)
			.allMatch((violation) -> violation.contains("HOLDERS"));
	}

	/** A type does not show it: a list may be one that changes. */
	@Test
	void collectionsOfStaticFieldsRefuseChanges() {
		staticFields()
			.and(describe("hold several",
					(field) -> field.getRawType().isAssignableTo(Collection.class)
							|| field.getRawType().isAssignableTo(Map.class)))
			.should(matchingFields("refuse changes", CodeRuleTests::refusesChanges))
			.check(EngineClasses.ALL);
	}

	private static boolean refusesChanges(JavaField field) {
		try {
			Field reflected = field.reflect();
			reflected.setAccessible(true);
			String type = reflected.get(null).getClass().getName();
			return type.startsWith("java.util.ImmutableCollections$")
					|| type.startsWith("java.util.Collections$Unmodifiable")
					|| type.startsWith("java.util.Collections$Empty");
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static ArchCondition<JavaField> matchingFields(String description, Predicate<JavaField> rule) {
		return new ArchCondition<>(description) {
			@Override
			public void check(JavaField field, ConditionEvents events) {
				events.add(new SimpleConditionEvent(field, rule.test(field), field.getDescription()));
			}
		};
	}

	private static GivenFieldsConjunction staticFields() {
		return fields().that()
			.areStatic()
			.and(describe("are written in source", (field) -> !field.getModifiers().contains(JavaModifier.SYNTHETIC)))
			.and(describe("are no empty handles", (field) -> !EMPTY_HANDLES.contains(field.getFullName())))
			.and(describe("are not of a thread", (field) -> !OF_A_THREAD.contains(field.getFullName())));
	}

	private static ArchCondition<JavaField> beUnableToChange() {
		return new ArchCondition<>("be unable to change, as two applications in one JVM must not share state") {
			@Override
			public void check(JavaField field, ConditionEvents events) {
				boolean changes = !field.getModifiers().contains(JavaModifier.FINAL)
						|| field.getType().getAllInvolvedRawTypes().stream().anyMatch(CodeRuleTests::holdsState);
				events.add(new SimpleConditionEvent(field, !changes, field.getDescription()));
			}
		};
	}

	/**
	 * A collection that changes, or a class of ours with a field that is assigned later.
	 */
	private static boolean holdsState(JavaClass type) {
		Set<Class<?>> mutable = Set.of(ArrayList.class, HashMap.class, HashSet.class, ConcurrentMap.class,
				AtomicInteger.class, AtomicLong.class, AtomicReference.class, ThreadLocal.class);
		return mutable.stream().anyMatch(type::isAssignableTo) || (type.getPackageName().startsWith(Rooms.BASE)
				&& type.getAllFields().stream().anyMatch(CodeRuleTests::isAssignedLater));
	}

	private static boolean isAssignedLater(JavaField field) {
		Set<JavaModifier> modifiers = field.getModifiers();
		return !modifiers.contains(JavaModifier.STATIC) && !modifiers.contains(JavaModifier.FINAL)
				&& !modifiers.contains(JavaModifier.SYNTHETIC)
				&& field.getOwner().getPackageName().startsWith(Rooms.BASE);
	}

	/**
	 * Users give text to {@code using} and {@code on}; events and hooks tell them the
	 * name of the database they are about. Migrations are of one each; what the resolver
	 * calls an alias is that of a table.
	 */
	@Test
	void aDatabaseIsARouteAboveTheRoomThatConnects() {
		Set<String> rooms = Rooms.above("routing");
		rooms.removeAll(Set.of("execute", "transaction", "signal", "migration", "resolve"));
		Set<String> doors = Set.of("using", "on");
		check(classes()
			.that(describe("are of the front door, or know routes and do not connect",
					(type) -> room(type).isEmpty() || rooms.contains(room(type).substring(1))))
			.should(matching("take no text for a database",
					(type) -> Arrays.stream(type.reflect().getDeclaredFields())
						.noneMatch((field) -> namesDatabase(field.getType(), field.getName()))
							&& Arrays.stream(type.reflect().getDeclaredMethods())
								.filter((method) -> !doors.contains(method.getName()))
								.flatMap((method) -> Arrays.stream(method.getParameters()))
								.noneMatch((parameter) -> namesDatabase(parameter.getType(), parameter.getName()))))
			.andShould(matching("are made of no text for a database",
					(type) -> Arrays.stream(type.reflect().getDeclaredConstructors())
						.flatMap((constructor) -> Arrays.stream(constructor.getParameters()))
						.noneMatch((parameter) -> namesDatabase(parameter.getType(), parameter.getName())))));
	}

	private static String room(JavaClass type) {
		return type.getPackageName().substring(Rooms.BASE.length()).replaceFirst("(\\.\\w+)\\..*", "$1");
	}

	private static boolean namesDatabase(Class<?> type, String name) {
		return type == String.class && (name.equals("database") || name.equals("alias"));
	}

	@Test
	void exceptionsBelongToOneOfThreeFamilies() {
		check(classes().that()
			.areAssignableTo(Throwable.class)
			.should()
			.haveSimpleNameEndingWith("Exception")
			.andShould()
			.beAssignableTo(describe("OrmException, DataAccessException or Spring's TransactionException",
					(JavaClass type) -> type.isAssignableTo("dev.orm.error.OrmException")
							// what a commit may throw without being rolled back
							|| type.isAssignableTo("org.springframework.transaction.TransactionException")
							|| type.isAssignableTo("org.springframework.dao.DataAccessException"))));
	}

	/** Classes outside the rooms a library is allowed in. */
	private DescribedPredicate<JavaClass> areOutside(String library) {
		DescribedPredicate<JavaClass> allowed = resideInAnyPackage(this.rooms.packages(Rooms.LIBRARIES.get(library)));
		return describe("are outside the rooms of " + library, (type) -> !allowed.test(type));
	}

	private static void check(ArchRule rule) {
		rule.check(EngineClasses.ALL);
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

	/** Keeps what changes where no declared type says so. */
	static final class Planted {

		static final ClassValue<Holder> HOLDERS = new ClassValue<>() {
			@Override
			protected Holder computeValue(Class<?> type) {
				return new Holder();
			}
		};

		static final String NAME = "planted";

		private Planted() {
		}

		static final class Holder {

			private int times;

			int count() {
				return ++this.times;
			}

		}

	}

}
