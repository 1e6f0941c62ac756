package dev.orm.automatic;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

import dev.orm.Manager;
import dev.orm.OnConflict;
import dev.orm.Orm;
import dev.orm.RelatedManager;
import dev.orm.automatic.Office.Clerk;
import dev.orm.automatic.Office.Invoice;
import dev.orm.automatic.Office.Sheet;
import dev.orm.model.ForeignKey;
import dev.orm.observe.QueryLog;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.orm.automatic.ClerkPath.CLERK;
import static dev.orm.automatic.InvoicePath.INVOICE;
import static dev.orm.automatic.SheetPath.SHEET;
import static org.assertj.core.api.Assertions.assertThat;

class AutomaticValueTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(Office.SCHEMA);

	private static final Map<String, BiConsumer<Manager<Invoice>, Invoice>> UPDATES = new LinkedHashMap<>();

	static {
		UPDATES.put("save", (invoices, invoice) -> invoices.save(invoice));
		UPDATES.put("save of some fields", (invoices, invoice) -> invoices.save(invoice, INVOICE.text));
		UPDATES.put("save of an expression",
				(invoices, invoice) -> invoices.save(invoice, INVOICE.text.set(INVOICE.number)));
		UPDATES.put("bulkUpdate", (invoices, invoice) -> invoices.bulkUpdate(List.of(invoice), "text"));
		UPDATES.put("update",
				(invoices, invoice) -> invoices.filter(INVOICE.id.eq(invoice.id)).update(INVOICE.text.set("new")));
		UPDATES.put("updateOrCreate",
				(invoices, invoice) -> invoices.updateOrCreate(Map.of("id", invoice.id), Map.of("text", "new")));
		UPDATES.put("upsert", (invoices, invoice) -> invoices.bulkCreate(List.of(Invoice.of("old")),
				(how) -> how.updatingConflicts(List.of("text"), List.of("text"))));
	}

	private final Ticking clock = new Ticking();

	private Object user = "ada";

	private final Orm orm = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Invoice.class, Clerk.class, Sheet.class))
		.clock(this.clock)
		.currentUser(() -> Optional.ofNullable(this.user))
		.build();

	private final Manager<Invoice> invoices = this.orm.manager(Invoice.class);

	private final Manager<Sheet> sheets = this.orm.manager(Sheet.class);

	@BeforeEach
	void empty() {
		database.truncate("invoice", "sheet", "clerk");
	}

	private Invoice stored() {
		return this.invoices.orderBy("id").first().orElseThrow();
	}

	@Test
	void anInsertSetsAll() {
		Invoice invoice = this.invoices.save(Invoice.of("old"));
		assertThat(invoice.number).isEqualTo("R-1");
		assertThat(List.of(invoice.createdBy, invoice.updatedBy)).containsOnly("ada");
		assertThat(List.of(invoice.created, invoice.saved, invoice.changed)).containsOnly(this.clock.now);
		assertThat(stored().number).isEqualTo("R-1");
	}

	@Test
	void aBulkInsertSetsAllAtOneTime() {
		this.invoices.bulkCreate(List.of(Invoice.of("one"), Invoice.of("two")));
		assertThat(this.invoices.list()).extracting((invoice) -> invoice.number)
			.containsExactlyInAnyOrder("R-1", "R-2");
		assertThat(this.invoices.list()).extracting((invoice) -> invoice.createdBy).containsOnly("ada");
	}

	static Set<String> updates() {
		return UPDATES.keySet();
	}

	@ParameterizedTest
	@MethodSource("updates")
	void everyUpdateSaysWhoAndWhen(String kind) {
		Invoice invoice = this.invoices.save(Invoice.of("old"));
		this.user = "grace";
		this.clock.tick();
		UPDATES.get(kind).accept(this.invoices, invoice);
		Invoice stored = stored();
		assertThat(stored.updatedBy).isEqualTo("grace");
		assertThat(stored.changed).isEqualTo(this.clock.now);
		assertThat(stored.createdBy).isEqualTo("ada");
		assertThat(stored.created).isBefore(this.clock.now);
		assertThat(stored.number).isEqualTo("R-1");
	}

	@Test
	void theTimeOfTheLastSaveFollowsDjango() {
		Invoice invoice = this.invoices.save(Invoice.of("old"));
		this.clock.tick();
		this.invoices.update(INVOICE.text.set("new"));
		this.invoices.save(invoice, INVOICE.text);
		assertThat(stored().saved).isBefore(this.clock.now);
		this.invoices.save(invoice);
		assertThat(stored().saved).isEqualTo(this.clock.now);
	}

	@Test
	void whatTheCallerSetsInAnUpdateStays() {
		this.invoices.save(Invoice.of("old"));
		this.invoices.update(INVOICE.updatedBy.set("import"));
		assertThat(stored().updatedBy).isEqualTo("import");
	}

	@Test
	void nobodyLeavesTheFieldAsItIs() {
		this.user = null;
		Invoice invoice = Invoice.of("old");
		invoice.createdBy = "import";
		this.invoices.save(invoice);
		this.invoices.update(INVOICE.text.set("new"));
		assertThat(stored().createdBy).isEqualTo("import");
		assertThat(stored().updatedBy).isNull();
	}

	@Test
	void anUpsertByNobodyLeavesWhoWasThere() {
		this.invoices.save(Invoice.of("old"));
		this.user = null;
		Invoice again = Invoice.of("old");
		QueryLog log = QueryLog
			.capture(() -> this.invoices.bulkCreate(List.of(again), OnConflict.on(INVOICE.text).update(INVOICE.text)));
		assertThat(stored().updatedBy).isEqualTo("ada");
		assertThat(stored().createdBy).isEqualTo("ada");
		assertThat(log.statements().get(0)).endsWith("""
				DO UPDATE SET "text" = EXCLUDED."text", "changed" = EXCLUDED."changed", \
				"updated_by" = COALESCE(EXCLUDED."updated_by", "t"."updated_by") RETURNING "id\"""");
		again.updatedBy = "import";
		this.invoices.bulkCreate(List.of(again), OnConflict.on(INVOICE.text).update(INVOICE.text));
		assertThat(stored().updatedBy).isEqualTo("import");
	}

	@Test
	void nobodyLeavesARelationAsItIs() {
		this.user = null;
		Clerk clerk = this.orm.manager(Clerk.class).create(CLERK.name.is("ada"));
		Sheet byNobody = this.sheets.save(new Sheet());
		Sheet byKey = new Sheet();
		byKey.writtenBy = ForeignKey.ofId(clerk.id);
		Sheet byInstance = new Sheet();
		byInstance.writtenBy = ForeignKey.to(clerk);
		this.sheets.bulkCreate(List.of(byKey, byInstance));
		assertThat(this.sheets.orderBy("id").flat("writtenBy").list()).containsExactly(null, clerk.id, clerk.id);
		assertThat(byInstance.writtenBy.get()).isSameAs(clerk);
		this.sheets.save(byNobody);
		this.sheets.save(byKey);
		assertThat(this.sheets.filter(SHEET.writtenBy.eq(clerk)).count()).isEqualTo(2);
	}

	@Test
	void aRelationTakesAKeyOrAnInstance() {
		Clerk ada = this.orm.manager(Clerk.class).create(CLERK.name.is("ada"));
		this.user = ada;
		Sheet sheet = this.sheets.save(new Sheet());
		assertThat(sheet.writtenBy.get()).isSameAs(ada);
		Clerk grace = this.orm.manager(Clerk.class).create(CLERK.name.is("grace"));
		this.user = grace.id;
		this.sheets.save(sheet);
		this.user = null;
		this.sheets.save(sheet);
		assertThat(this.sheets.get(sheet.id).changedBy.id()).isEqualTo(grace.id);
		assertThat(this.sheets.get(sheet.id).writtenBy.id()).isEqualTo(ada.id);
	}

	@Test
	void relatedRowsThatAreDetachedSayWho() {
		Clerk clerk = new Clerk();
		clerk.name = "Bartleby";
		this.orm.manager(Clerk.class).save(clerk);
		Invoice invoice = this.invoices.save(Invoice.of("old"));
		this.user = "grace";
		RelatedManager.of(clerk, "invoices").add(invoice);
		assertThat(stored().updatedBy).isEqualTo("grace");
	}

	@Test
	void anUpdateIsStillOneStatement() {
		this.invoices.save(Invoice.of("old"));
		QueryLog log = QueryLog.capture(() -> this.invoices.update(INVOICE.text.set("new")));
		assertThat(log.statements()).singleElement()
			.isEqualTo("UPDATE \"invoice\" AS \"t0\" SET \"text\" = ?, \"changed\" = ?, \"updated_by\" = ?");
	}

	private static final class Ticking extends Clock {

		private Instant now = Instant.parse("2026-01-01T00:00:00Z");

		void tick() {
			this.now = this.now.plusSeconds(60);
		}

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
