package dev.orm.journal;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which change of another branch a change of one's own does not go together with. */
class ClashTests {

	private static final String SHOP = """
			orm-journal 1
			postgres 15

			V0001__initial
			+ table item
			+ column item.id bigint not null
			+ column item.name text
			+ key item.item_pkey (id)
			""";

	private static Optional<Clash> find(String theirs, String yours) {
		Journal base = Journal.parse("base", SHOP + theirs);
		Journal own = Journal.parse("own", SHOP + yours);
		List<JournalEntry> shared = base.entries().subList(1, base.entries().size());
		return Clash.find(base, shared, own.entries().get(1).at(new Version("0009")));
	}

	private static String said(String theirs, String yours) {
		return find(theirs, yours).map(Clash::describe).orElse("");
	}

	@Test
	void anObjectThatIsGoneIsNamedWithWhatDroppedOrRenamedIt() {
		String drop = "V0002__coupon\n- column item.name text\n";
		assertThat(said(drop, "V0002__x\n~ column item.name -> title\n"))
			.isEqualTo("yours renames column item.name to item.title, which V0002__coupon dropped");
		assertThat(said("V0002__coupon\n~ column item.name -> label\n", "V0002__x\n- column item.name text\n"))
			.isEqualTo("yours drops column item.name, which V0002__coupon renamed to item.label");
		assertThat(said("V0002__coupon\n- column item.name text\n+ column item.name varchar(9)\n",
				"V0002__x\n- column item.name text\n+ column item.name varchar(7)\n"))
			.isEqualTo("yours changes column item.name, which V0002__coupon changed");
	}

	@Test
	void theMigrationThatDidItIsFoundAmongSeveral() {
		String theirs = "V0002__coupon\n- column item.name text\nV0003__other\n+ column item.other text\n";
		assertThat(said(theirs, "V0002__x\n~ column item.name -> title\n")).endsWith("which V0002__coupon dropped");
	}

	@Test
	void whatBothAddIsNamed() {
		assertThat(said("V0002__coupon\n+ column item.note text\n", "V0002__x\n+ column item.note varchar(9)\n"))
			.isEqualTo("yours adds column item.note, which V0002__coupon added");
		assertThat(said("V0002__coupon\n~ column item.name -> title\n", "V0002__x\n+ column item.title text\n"))
			.isEqualTo("yours adds column item.title; V0002__coupon renamed column item.name to item.title: "
					+ "column item.title is there already: column item.title text");
	}

	@Test
	void whatNeedsAnObjectIsNamedBesideIt() {
		assertThat(said("V0002__coupon\n- column item.name text\n", "V0002__x\n+ index item.i (name)\n"))
			.isEqualTo("yours adds index item.i; V0002__coupon dropped column item.name: "
					+ "index item.i needs column item.name, which is not there. Choices: id");
		assertThat(said("V0002__coupon\n+ index item.i (name)\n", "V0002__x\n- column item.name text\n"))
			.isEqualTo("yours drops column item.name; V0002__coupon added index item.i: "
					+ "index item.i needs column item.name, which is not there. Choices: id");
		assertThat(said("V0002__coupon\n~ table item -> thing\n", "V0002__x\n+ column item.note text\n"))
			.isEqualTo("yours adds column item.note; V0002__coupon renamed table item to thing: "
					+ "column item.note needs table item, which is not there. Choices: thing");
	}

	@Test
	void aStepThatWaitsOnTheOtherBranchIsNamed() {
		assertThat(said("later title_contract\n- column item.name text\n", "V0002__x\n~ column item.name -> label\n"))
			.isEqualTo("yours renames column item.name to item.label, which title_contract, which waits, drops");
	}

	@Test
	void bothChangesAreThere() {
		assertThat(find("V0002__coupon\n- column item.name text\n", "V0002__x\n~ column item.name -> title\n"))
			.hasValueSatisfying((clash) -> {
				assertThat(clash.theirs()).hasToString("V0002__coupon");
				assertThat(clash.theirChange().describe()).isEqualTo("- column item.name text");
				assertThat(clash.yourChange().describe()).isEqualTo("~ column item.name -> title");
			});
	}

	@Test
	void whatFitsClashesWithNothing() {
		assertThat(find("V0002__coupon\n+ column item.a text\n", "V0002__x\n+ column item.b text\n")).isEmpty();
	}

}
