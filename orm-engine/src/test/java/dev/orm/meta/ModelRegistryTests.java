package dev.orm.meta;

import java.util.List;

import dev.orm.error.ModelDefinitionException;
import dev.orm.meta.Library.AtlasMap;
import dev.orm.meta.Library.Author;
import dev.orm.meta.Library.Country;
import dev.orm.meta.Library.Label;
import dev.orm.meta.Library.Loan;
import dev.orm.meta.Library.Member;
import dev.orm.meta.Library.OldWork;
import dev.orm.meta.Library.Work;
import dev.orm.meta.RelationModel.Kind;
import dev.orm.type.TypeRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ModelRegistryTests {

	private final ModelRegistry registry = ModelRegistry.link(List.of(Country.class, Author.class, Work.class,
			AtlasMap.class, OldWork.class, Member.class, Loan.class, Label.class), TypeRegistry.standard());

	private EntityModel model(Class<?> type) {
		return this.registry.model(type);
	}

	@Test
	void foreignKeysHaveTheTypeOfTheFieldTheyPointToHoweverFar() {
		assertThat(field(Author.class, "country").type().sqlName()).isEqualTo("text");
		assertThat(field(Loan.class, "work").type().sqlName()).isEqualTo("bigint");
		assertThat(field(Label.class, "original").type().sqlName()).isEqualTo("bigint");
		assertThat(field(AtlasMap.class, "workPtr").type().sqlName()).isEqualTo("bigint");
	}

	@Test
	void rawKeysAreFoundByAttname() {
		assertThat(model(Loan.class).field("memberId")).contains(field(Loan.class, "member"));
		assertThat(model(Loan.class).field("pk")).contains(field(Loan.class, "id"));
	}

	@Test
	void theWayBackHasDjangosDefaultNames() {
		RelationModel loans = model(Member.class).accessor("loanSet").orElseThrow();
		assertThat(loans.kind()).isEqualTo(Kind.REVERSE_FOREIGN_KEY);
		assertThat(loans.queryName()).isEqualTo("loan");
		assertThat(model(Author.class).relation("member").orElseThrow().kind()).isEqualTo(Kind.REVERSE_ONE_TO_ONE);
		assertThat(model(Author.class).accessor("member")).isPresent();
	}

	@Test
	void relatedNamesGiveAccessorAndQueryName() {
		assertThat(model(Work.class).accessor("maps").orElseThrow().queryName()).isEqualTo("map");
		assertThat(model(Author.class).relation("pupils").orElseThrow().name()).isEqualTo("pupils");
	}

	@Test
	void hiddenRelationsAreListedButCannotBeReached() {
		RelationModel hidden = model(Country.class).relations()
			.stream()
			.filter((relation) -> relation.target() == model(Member.class))
			.findFirst()
			.orElseThrow();
		assertThat(hidden.hidden()).isTrue();
		assertThat(model(Country.class).choices()).doesNotContain("+");
	}

	@Test
	void manyToManyRelationsWithoutModelGetOne() {
		EntityModel join = this.registry.model("Label_authors").orElseThrow();
		assertThat(join.autoCreated()).isTrue();
		assertThat(join.fields()).extracting(FieldModel::name).containsExactly("id", "label", "author");
		assertThat(join.fields()).extracting(FieldModel::column).containsExactly("id", "label_id", "author_id");
		assertThat(join.table()).hasToString("library_label_authors");
		RelationModel authors = model(Label.class).relation("authors").orElseThrow();
		RelationModel labels = model(Author.class).relation("labels").orElseThrow();
		assertThat(authors.throughTable().source().name()).isEqualTo("label");
		assertThat(labels.throughTable().source().name()).isEqualTo("author");
		assertThat(labels.path().get(1).to()).isSameAs(model(Label.class));
	}

	@Test
	void relationsToTheModelItselfTellTheSidesApart() {
		EntityModel join = this.registry.model("Author_friends").orElseThrow();
		assertThat(join.fields()).extracting(FieldModel::name).containsExactly("id", "fromAuthor", "toAuthor");
		assertThat(model(Author.class).relation("friends").orElseThrow().throughTable().symmetrical()).isTrue();
		assertThat(model(Author.class).relations()).filteredOn((relation) -> relation.kind() == Kind.MANY_TO_MANY)
			.extracting(RelationModel::name)
			.containsExactlyInAnyOrder("friends", "teachers", "pupils", "labels");
	}

	@Test
	void joinModelsWrittenByHandAreFoundByTheirForeignKeys() {
		RelationModel readers = model(Work.class).relation("readers").orElseThrow();
		assertThat(readers.throughTable().model()).isSameAs(model(Loan.class));
		assertThat(readers.throughTable().source().name()).isEqualTo("work");
		assertThat(readers.throughTable().target().name()).isEqualTo("member");
		assertThat(readers.throughTable().autoCreated()).isFalse();
	}

	@Test
	void oneJoinServesAllRelationsThatTakeIt() {
		JoinStep throughReaders = model(Work.class).relation("readers").orElseThrow().path().get(0);
		JoinStep loans = model(Work.class).relation("loan").orElseThrow().path().get(0);
		assertThat(throughReaders).isSameAs(loans);
	}

	@Test
	void aChildInheritsFieldsAndRelationsOfItsParentsTable() {
		EntityModel child = model(AtlasMap.class);
		assertThat(child.parent()).isSameAs(model(Work.class));
		assertThat(child.pk().name()).isEqualTo("workPtr");
		assertThat(child.localFields()).extracting(FieldModel::name).containsExactly("workPtr", "scale", "partOf");
		assertThat(field(AtlasMap.class, "title").owner()).isSameAs(model(Work.class));
		assertThat(child.relation("loan").orElseThrow().path().get(0).fromField()).isSameAs(child.pk());
		assertThat(child.relation("atlasMap")).isEmpty();
		assertThat(model(Work.class).relation("atlasMap").orElseThrow().kind()).isEqualTo(Kind.REVERSE_ONE_TO_ONE);
	}

	@Test
	void aProxySharesTableAndRelations() {
		EntityModel proxy = model(OldWork.class);
		assertThat(proxy.concrete()).isSameAs(model(Work.class));
		assertThat(proxy.relation("loan")).isPresent();
		assertThat(proxy.relation("label")).isPresent();
		assertThat(model(Work.class).relation("label")).isPresent();
		assertThat(field(OldWork.class, "title").owner()).isSameAs(model(Work.class));
	}

	@Test
	void aMissingTargetNamesTheRelationAndTheWayOut() {
		assertThatExceptionOfType(ModelDefinitionException.class)
			.isThrownBy(() -> ModelRegistry.link(List.of(Member.class, Author.class), TypeRegistry.standard()))
			.withMessageContaining("Member.home")
			.withMessageContaining("Country")
			.withMessageContaining("@Table");
	}

	@Test
	void namesTheDatabaseWouldCutAreRefused() {
		assertThatExceptionOfType(ModelDefinitionException.class)
			.isThrownBy(() -> ModelRegistry.link(List.of(LongNames.LongTable.class), TypeRegistry.standard()))
			.withMessageContaining("The table 'library_ttt")
			.withMessageContaining("has 64 bytes, more than the 63")
			.withMessageContaining("@Table");
		assertThatExceptionOfType(ModelDefinitionException.class)
			.isThrownBy(() -> ModelRegistry.link(List.of(LongNames.LongColumn.class), TypeRegistry.standard()))
			.withMessageContaining("The column 'ccc")
			.withMessageContaining("LongColumn.name")
			.withMessageContaining("@Column");
	}

	private FieldModel field(Class<?> type, String name) {
		return model(type).field(name).orElseThrow();
	}

}
