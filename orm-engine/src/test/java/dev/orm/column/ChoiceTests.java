package dev.orm.column;

import java.util.List;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.choice.ChoiceOption;
import dev.orm.choice.IntChoice;
import dev.orm.column.Ticket.Channel;
import dev.orm.column.Ticket.Mood;
import dev.orm.column.Ticket.State;
import dev.orm.column.Ticket.Urgency;
import dev.orm.error.ConstraintViolationException;
import dev.orm.error.ModelDefinitionException;
import dev.orm.error.QueryValueException;
import dev.orm.error.ValueConversionException;
import dev.orm.model.Model;
import dev.orm.observe.QueryLog;
import dev.orm.row.StoredValueException;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import dev.orm.type.TypeRequest;
import dev.orm.type.ValueTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.column.TicketPath.TICKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Choices by text, number and name, of any source, and types of the database's own. */
class ChoiceTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase
		.create(ModelTables.of(List.of("CREATE TYPE mood AS ENUM ('sad', 'happy')",
				"CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%')"), Ticket.class));

	private static final Orm orm = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Ticket.class))
		.build();

	private final Manager<Ticket> tickets = orm.manager(Ticket.class);

	@BeforeEach
	void empty() {
		database.truncate("ticket");
	}

	private Ticket stored(String channel) {
		Ticket ticket = this.tickets.create();
		database.execute("UPDATE ticket SET channel = '" + channel + "'");
		return this.tickets.get(ticket.getId());
	}

	@Test
	void columnsAreThoseOfTheStoredValues() {
		assertThat(ModelTables.schema(TypeRegistry.standard(), List.of(Ticket.class)).toString()).contains(
				"column ticket.state varchar(10) not null", "column ticket.urgency smallint not null",
				"column ticket.earlier smallint[]", "column ticket.mood mood", "column ticket.moods mood[]",
				"column ticket.email email", "column ticket.copies email[]", "(\"state\" IN ('op', 'ip'))",
				"(\"urgency\" IN (10, 20))", "(\"currency\" IN ('EUR', 'CHF'))");
	}

	@Test
	void whatIsWrittenIsRead() {
		Ticket ticket = new Ticket();
		ticket.setUrgency(Urgency.HIGH);
		ticket.setEarlier(List.of(Urgency.LOW, Urgency.HIGH));
		ticket.setMood(Mood.happy);
		ticket.setMoods(List.of(Mood.sad, Mood.happy));
		ticket.setEmail("a@b.org");
		ticket.setCopies(List.of("c@d.org"));
		Ticket empty = new Ticket();
		this.tickets.bulkCreate(List.of(ticket, empty));
		Ticket read = this.tickets.get(ticket.getId());
		assertThat(read).returns(Urgency.HIGH, Ticket::getUrgency)
			.returns(List.of(Urgency.LOW, Urgency.HIGH), Ticket::getEarlier)
			.returns(Mood.happy, Ticket::getMood)
			.returns(List.of(Mood.sad, Mood.happy), Ticket::getMoods)
			.returns("a@b.org", Ticket::getEmail)
			.returns(List.of("c@d.org"), Ticket::getCopies);
		this.tickets.save(read);
		this.tickets.bulkUpdate(List.of(read, empty), TICKET.urgency, TICKET.mood, TICKET.moods, TICKET.email,
				TICKET.copies, TICKET.earlier);
		assertThat(this.tickets.get(empty.getId())).returns(null, Ticket::getMood)
			.returns(null, Ticket::getEmail)
			.returns(null, Ticket::getCopies);
		assertThat(this.tickets.get(ticket.getId()).getMoods()).containsExactly(Mood.sad, Mood.happy);
	}

	@Test
	void rowsAreFoundByThem() {
		Ticket ticket = new Ticket();
		ticket.setUrgency(Urgency.HIGH);
		ticket.setMood(Mood.happy);
		ticket.setEmail("a@b.org");
		ticket.setCopies(List.of("c@d.org"));
		this.tickets.save(ticket);
		assertThat(this.tickets
			.filter(TICKET.urgency.eq(Urgency.HIGH), TICKET.mood.in(Mood.happy, Mood.sad), TICKET.email.eq("a@b.org"),
					TICKET.state.in(State.OPEN), TICKET.copies.contains(List.of("c@d.org")))
			.count()).isEqualTo(1);
		assertThat(this.tickets.filter("urgency", 20).filter("urgency__gt", 10).filter("urgency", "HIGH").count())
			.isEqualTo(1);
		assertThat(this.tickets.orderBy(TICKET.urgency.desc()).values(TICKET.urgency).list()).hasSize(1);
	}

	@Test
	void theDatabaseEnforcesWhatIsChecked() {
		assertThatExceptionOfType(ConstraintViolationException.class)
			.isThrownBy(() -> this.tickets.create(TICKET.currency.is("DEM")));
		this.tickets.create(TICKET.first.is("not checked"));
	}

	@Test
	void theModelKnowsThem() {
		assertThat(orm.models().model(Ticket.class).field("urgency").orElseThrow().choices()).containsExactly(
				new ChoiceOption(Urgency.LOW, "When there is time"), new ChoiceOption(Urgency.HIGH, "At once"));
		assertThat(orm.models().model(Ticket.class).field("first").orElseThrow().choices())
			.containsExactly(new ChoiceOption("op", "Open"), new ChoiceOption("ip", "In Progress"));
		assertThat(orm.models().model(Ticket.class).field("channel").orElseThrow().choices())
			.containsExactly(new ChoiceOption(Channel.MAIL, "Mail"), new ChoiceOption(Channel.PHONE, "Phone"));
		assertThat(orm.models().model(Ticket.class).field("currency").orElseThrow().choices())
			.extracting(ChoiceOption::label)
			.containsExactly("Euro", "Swiss franc");
	}

	@Test
	void peopleReadTheLabelOfWhatAnInstanceHolds() {
		Ticket ticket = this.tickets.build(TICKET.first.is("ip"));
		assertThat(display(ticket, "first")).isEqualTo("In Progress");
		assertThat(display(ticket, "urgency")).isEqualTo("When there is time");
		assertThat(display(ticket, "currency")).isEmpty();
		assertThat(display(this.tickets.build(TICKET.first.is("zz")), "first")).isEqualTo("zz");
	}

	private static String display(Ticket ticket, String attribute) {
		return orm.models().model(Ticket.class).field(attribute).orElseThrow().display(ticket);
	}

	@Test
	void aStoredValueNobodyKnowsNamesItsRow() {
		Ticket ticket = this.tickets.create();
		database.execute("ALTER TABLE ticket DROP CONSTRAINT ticket_urgency_check", "UPDATE ticket SET urgency = 15");
		assertThatExceptionOfType(StoredValueException.class).isThrownBy(() -> this.tickets.all().list())
			.withMessageContaining("Column ticket.urgency of the row with key " + ticket.getId()
					+ " holds a value that is not a valid Urgency. Choices are: 10, 20");
	}

	@Test
	void anUnknownValueSurvivesAnUpdate() {
		Ticket ticket = stored("FAX");
		assertThat(ticket.getChannel()).isEqualTo(Channel.OTHER);
		ticket.setUrgency(Urgency.HIGH);
		assertThat(QueryLog.capture(() -> this.tickets.save(ticket)).statements()).singleElement()
			.asString()
			.contains("\"urgency\" = ?")
			.doesNotContain("channel");
		assertThat(this.tickets.filter("urgency", 20).values(TICKET.urgency).list()).hasSize(1);
		assertThat(this.tickets.raw("SELECT * FROM ticket WHERE channel = 'FAX'").list()).hasSize(1);
		ticket.setChannel(Channel.PHONE);
		this.tickets.save(ticket);
		assertThat(this.tickets.get(ticket.getId()).getChannel()).isEqualTo(Channel.PHONE);
	}

	@Test
	void anUnknownValueIsNeverWritten() {
		Ticket ticket = stored("FAX");
		Ticket fresh = new Ticket();
		fresh.setChannel(Channel.OTHER);
		for (Runnable write : List.<Runnable>of(() -> this.tickets.save(fresh),
				() -> this.tickets.bulkCreate(List.of(fresh)),
				() -> this.tickets.bulkUpdate(List.of(ticket), TICKET.channel))) {
			assertThat(QueryLog
				.capture(() -> assertThatExceptionOfType(QueryValueException.class).isThrownBy(write::run)
					.withMessageContaining("Ticket.channel is OTHER, which stands for stored values"))
				.statements()).isEmpty();
		}
		for (Runnable use : List.<Runnable>of(() -> this.tickets.filter(TICKET.channel.eq(Channel.OTHER)).count(),
				() -> this.tickets.all().update(TICKET.channel.set(Channel.OTHER)))) {
			assertThatExceptionOfType(ValueConversionException.class).isThrownBy(use::run)
				.withMessageContaining("Channel.OTHER stands for stored values that Channel does not know");
		}
	}

	@Test
	void twoConstantsOfOneValueAreRefused() {
		assertThatExceptionOfType(ModelDefinitionException.class).isThrownBy(() -> ValueTypes.enumOf(Twice.class))
			.withMessageContaining("A and B of", "are both stored as '1'");
		assertThatExceptionOfType(ModelDefinitionException.class).isThrownBy(() -> ValueTypes.enumOf(Large.class))
			.withMessageContaining("does not fit its column");
		assertThat(TypeRegistry.standard().of(TypeRequest.of(Large.class).columnType("integer")).sqlName())
			.isEqualTo("integer");
	}

	@Test
	void aColumnHoldsItsLongestConstant() {
		assertThatExceptionOfType(ModelDefinitionException.class)
			.isThrownBy(() -> ModelTables.schema(TypeRegistry.standard(), List.of(Narrow.class)))
			.withMessage(
					"Field Narrow.channel has @Column(length = 4), but PHONE is stored as 'PHONE'. hint: make it 5 at least");
	}

	@Table(name = "narrow")
	static class Narrow extends Model {

		@Id
		Long id;

		@Column(length = 4)
		Channel channel;

	}

	enum Twice implements IntChoice {

		A, B;

		@Override
		public int value() {
			return 1;
		}

	}

	enum Large implements IntChoice {

		A;

		@Override
		public int value() {
			return 100_000;
		}

	}

}
