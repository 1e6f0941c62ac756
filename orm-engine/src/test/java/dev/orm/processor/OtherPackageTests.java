package dev.orm.processor;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Models of several packages, some of which only their own package sees. */
class OtherPackageTests {

	private static final String CUSTOMER = "shop; %s @Table(name = \"customer\") public class Customer extends Model { @Id Long id; String name; }";

	private static final String SECRET = "vault; %s @Table class Secret extends Model { @Id Long id; "
			+ "@OnDelete(OnDeleteAction.CASCADE) ForeignKey<shop.Customer> customer; "
			+ "@OnDelete(OnDeleteAction.CASCADE) @RelatedName(\"pin\") OneToOne<shop.Customer> owner; "
			+ "@RelatedName(\"shared\") ManyToMany<shop.Customer> others; }";

	private static final String IMPORTS = "import dev.orm.*; import dev.orm.annotation.*; import dev.orm.model.*; import dev.orm.expression.*;";

	@TempDir
	private Path output;

	private Compilation compile(String... sources) {
		return Compilation.ofSources(this.output, List.of("-Xlint:all,-processing", "-Werror"),
				Stream.of(sources).map((text) -> "package " + text.formatted(IMPORTS)).toArray(String[]::new));
	}

	@Test
	void aModelOnlyItsPackageSeesMayPointToOneOfAnother() {
		Compilation compilation = compile(CUSTOMER, SECRET,
				"vault; %s import static shop.CustomerPath.CUSTOMER; class Questions { "
						+ "Condition<shop.Customer> many = SecretPath.secretSetOf(CUSTOMER).id.eq(1L); "
						+ "Condition<shop.Customer> one = SecretPath.pinOf(CUSTOMER).id.eq(2L); "
						+ "Condition<shop.Customer> joined = SecretPath.sharedOf(CUSTOMER).id.eq(3L); "
						+ "Condition<Secret> further = SecretPath.sharedOf(SecretPath.SECRET.customer()).id.eq(4L); }");
		assertThat(compilation.messages()).isEmpty();
		assertThat(compilation.generated("shop/CustomerPath.java")).doesNotContain("vault");
		assertThat(compilation.generated("vault/SecretPath.java")).contains("public shop.CustomerPath<R> customer()",
				"SecretPath<R> secretSetOf(shop.CustomerPath<R> from)", "\"secret\"", "SecretPath<R> pinOf(",
				"SecretPath<R> sharedOf(");
	}

	@Test
	void itsOwnPackageSeesItFromAChildOfThatModel() {
		Compilation compilation = compile(CUSTOMER, SECRET,
				"vault; %s @Table public class Agent extends shop.Customer { int number; }",
				"desk; %s @Table public class Clerk extends shop.Customer { int number; }");
		assertThat(compilation.messages()).isEmpty();
		assertThat(compilation.generated("vault/AgentPath.java")).contains("vault.SecretPath<R> pin()");
		assertThat(compilation.generated("desk/ClerkPath.java")).doesNotContain("vault");
		assertThat(compilation.generated("shop/CustomerPath.java")).contains("vault.AgentPath<R> agent()",
				"desk.ClerkPath<R> clerk()");
	}

	@Test
	void aChildOnlyItsPackageSeesMayHaveAParentOfAnother() {
		Compilation compilation = compile(CUSTOMER,
				"vault; %s @Table class Agent extends shop.Customer { int number; Object way() { "
						+ "return AgentPath.agentOf(shop.CustomerPath.CUSTOMER).number; } }");
		assertThat(compilation.messages()).isEmpty();
		assertThat(compilation.generated("shop/CustomerPath.java")).doesNotContain("vault");
	}

	@Test
	void aModelOfThePackageIsSeenByPathsOfThePackage() {
		Compilation compilation = compile("shop; %s @Table class Coin extends Model { @Id Long id; }",
				"shop; %s @Table public class Purse extends Model { @Id Long id; "
						+ "@OnDelete(OnDeleteAction.CASCADE) ForeignKey<Coin> coin; }");
		assertThat(compilation.messages()).isEmpty();
		assertThat(compilation.generated("shop/PursePath.java")).contains("shop.CoinPath<R> coin()");
		assertThat(compilation.generated("shop/CoinPath.java")).contains("shop.PursePath<R> purse()");
	}

	@Test
	void whatAChildInheritsLeadsToModelsItSees() {
		assertThat(compile("shop; %s @Table class Coin extends Model { @Id Long id; }",
				"shop; %s public abstract class Owner extends Model { @Id Long id; ManyToMany<Coin> coins; }",
				"vault; %s @Table public class Agent extends shop.Owner { }")
			.messages())
			.anySatisfy((text) -> assertThat(text)
				.contains("The type Coin of attribute Agent.coins must be visible in the package of Agent"));
		assertThat(compile("shop; %s @Table class Coin extends Model { @Id Long id; }",
				"shop; %s public abstract class Owner extends Model { @Id Long id; @OnDelete(OnDeleteAction.CASCADE) ForeignKey<Coin> coin; }",
				"vault; %s @Table public class Agent extends shop.Owner { }")
			.messages())
			.anySatisfy((text) -> assertThat(text)
				.contains("The type Coin of attribute Agent.coin must be visible in the package of Agent"));
	}

}
