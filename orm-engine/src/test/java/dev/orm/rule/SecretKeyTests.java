package dev.orm.rule;

import java.util.List;

import dev.orm.Manager;
import dev.orm.OneToMany;
import dev.orm.Orm;
import dev.orm.Related;
import dev.orm.RelatedManager;
import dev.orm.ReverseOneToOne;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.error.DoesNotExistException;
import dev.orm.error.FieldFetchBlockedException;
import dev.orm.error.MultipleObjectsReturnedException;
import dev.orm.error.RelationOperationException;
import dev.orm.load.FetchMode;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.model.OneToOne;
import dev.orm.test.TestDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jspecify.annotations.Nullable;

import static dev.orm.rule.CardPath.CARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a row holds is in no message; who may see it finds it in the error's data. */
class SecretKeyTests {

	private static final String SECRET = "4111-1111";

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(
			"CREATE TABLE card (number text PRIMARY KEY, holder text NOT NULL DEFAULT '')",
			"CREATE TABLE pin (id bigint PRIMARY KEY, card_id text NOT NULL UNIQUE)",
			"CREATE TABLE payment (id bigint PRIMARY KEY, card_id text)");

	private final Orm orm = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Card.class, Payment.class, Pin.class))
		.build();

	private final Manager<Card> cards = this.orm.manager(Card.class);

	private final Manager<Payment> payments = this.orm.manager(Payment.class);

	@BeforeEach
	void fill() {
		database.execute("TRUNCATE payment, card",
				"INSERT INTO payment VALUES (1, '" + SECRET + "'), (2, '" + SECRET + "')");
	}

	@Test
	void aHandleNamesItsRelationAndNotTheKey() {
		Payment payment = this.payments.get(1L);
		assertThatExceptionOfType(DoesNotExistException.class).isThrownBy(payment.card::get)
			.withMessage(
					"Payment.card is null, or the row it points to does not exist. Use orNull() where that is expected.")
			.satisfies((ex) -> {
				assertThat(ex.model()).isEqualTo("Card");
				assertThat(ex.key()).isEqualTo(SECRET);
			});
	}

	@Test
	void aHandleBackNamesItsModelAndNotTheKey() {
		Card card = card();
		assertThat(card.pin).hasToString("Card.pin");
		assertSecret(card.pin::get, "Card has no pin.");
		assertSecret(() -> Related.one(card, CARD.pin()), "Card has no pin.");
	}

	@Test
	void aDeferredFieldOfADeletedRowNamesNoKey() {
		Card card = card();
		database.execute("DELETE FROM card");
		assertSecret(card::getHolder, "Card was deleted before its field holder was fetched.");
		assertThatExceptionOfType(DoesNotExistException.class).isThrownBy(() -> this.cards.refresh(card))
			.withMessageNotContaining(SECRET);
	}

	@Test
	void aManagerNamesNeitherItsOwnerNorWhatIsNotRelated() {
		Card card = card();
		Payment other = new Payment();
		assertThatExceptionOfType(DoesNotExistException.class).isThrownBy(() -> card.payments.remove(other))
			.withMessage("The Payment is not related to the Card by Card.payments")
			.satisfies((ex) -> assertThat(ex.model()).isEqualTo("Payment"));
		assertThatExceptionOfType(RelationOperationException.class)
			.isThrownBy(() -> RelatedManager.of(card, CARD.pin()))
			.withMessageNotContaining(SECRET);
	}

	private Card card() {
		database.execute("INSERT INTO card VALUES ('" + SECRET + "', 'Tintin')");
		return this.cards.defer("holder").get("number", SECRET);
	}

	private static void assertSecret(ThrowingCallable work, String message) {
		assertThatExceptionOfType(DoesNotExistException.class).isThrownBy(work)
			.withMessage(message)
			.satisfies(
					(ex) -> assertThat(List.of(ex.model(), String.valueOf(ex.key()))).containsExactly("Card", SECRET));
	}

	@Test
	void aHandleWithoutARowNamesNoKey() {
		Payment payment = new Payment();
		payment.card = ForeignKey.ofId(SECRET);
		assertThatExceptionOfType(FieldFetchBlockedException.class).isThrownBy(payment.card::get)
			.withMessageNotContaining(SECRET);
	}

	@Test
	void aBlockedFetchCarriesItsAttribute() {
		Payment payment = this.payments.fetchMode(FetchMode.RAISE).get("id", 1);
		assertThatExceptionOfType(FieldFetchBlockedException.class).isThrownBy(payment.card::get)
			.withMessageNotContaining(SECRET)
			.satisfies((ex) -> assertThat(List.of(ex.model(), ex.attribute())).containsExactly("Payment", "card"));
	}

	@Test
	void aQueryShowsItsPlaceholders() {
		assertThatExceptionOfType(MultipleObjectsReturnedException.class)
			.isThrownBy(() -> this.payments.get("card", SECRET))
			.withMessageNotContaining(SECRET);
		assertThatExceptionOfType(MultipleObjectsReturnedException.class)
			.isThrownBy(() -> this.payments.filter("cardId", SECRET).get())
			.withMessageNotContaining(SECRET);
		assertThatExceptionOfType(DoesNotExistException.class)
			.isThrownBy(() -> this.cards.filter("number", SECRET).get())
			.withMessageNotContaining(SECRET);
		assertThat(this.cards.find(SECRET)).isEmpty();
	}

	@Table(name = "card")
	static class Card extends Model {

		@Id
		String number;

		String holder;

		ReverseOneToOne<Pin> pin;

		OneToMany<Payment> payments;

		String getHolder() {
			return this.holder;
		}

	}

	@Table(name = "pin")
	static class Pin extends Model {

		@Id(generated = Id.Generated.ASSIGNED)
		Long id;

		@OnDelete(OnDeleteAction.CASCADE)
		@RelatedName("pin")
		OneToOne<Card> card;

	}

	@Table(name = "payment")
	static class Payment extends Model {

		@Id(generated = Id.Generated.ASSIGNED)
		Long id;

		@OnDelete(OnDeleteAction.CASCADE)
		@RelatedName("payments")
		@Nullable ForeignKey<Card> card;

	}

}
