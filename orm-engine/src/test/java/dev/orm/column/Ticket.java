package dev.orm.column;

import java.util.List;

import dev.orm.annotation.Choices;
import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.annotation.UnknownChoice;
import dev.orm.choice.Choice;
import dev.orm.choice.ChoiceOption;
import dev.orm.choice.ChoiceSource;
import dev.orm.choice.IntChoice;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** A model with choices of every kind. */
// tag::ticket[]
@Table(name = "ticket")
public class Ticket extends Model {

	@Id
	private Long id;

	@Column(length = 10, checked = true)
	private State state = State.OPEN;

	@Column(checked = true)
	private Urgency urgency = Urgency.LOW;

	private @Nullable List<Urgency> earlier;

	@Choices(State.class)
	private String first = "op";

	@Column(length = 3, checked = true)
	@Choices(Currencies.class)
	private @Nullable String currency;

	private Channel channel = Channel.MAIL;

	@Column(type = "mood")
	private @Nullable Mood mood;

	@Column(type = "mood[]")
	private @Nullable List<Mood> moods;

	@Column(type = "email", base = "text")
	private @Nullable String email;

	@Column(type = "email[]", base = "text")
	private @Nullable List<String> copies;

	// end::ticket[]
	public Long getId() {
		return this.id;
	}

	public State getState() {
		return this.state;
	}

	public Urgency getUrgency() {
		return this.urgency;
	}

	public void setUrgency(Urgency urgency) {
		this.urgency = urgency;
	}

	public @Nullable List<Urgency> getEarlier() {
		return this.earlier;
	}

	public void setEarlier(List<Urgency> earlier) {
		this.earlier = earlier;
	}

	public Channel getChannel() {
		return this.channel;
	}

	public void setChannel(Channel channel) {
		this.channel = channel;
	}

	public @Nullable Mood getMood() {
		return this.mood;
	}

	public void setMood(Mood mood) {
		this.mood = mood;
	}

	public @Nullable List<Mood> getMoods() {
		return this.moods;
	}

	public void setMoods(List<Mood> moods) {
		this.moods = moods;
	}

	public @Nullable String getEmail() {
		return this.email;
	}

	public void setEmail(String email) {
		this.email = email;
	}

	public @Nullable List<String> getCopies() {
		return this.copies;
	}

	public void setCopies(List<String> copies) {
		this.copies = copies;
	}

	// tag::text[]
	enum State implements Choice {

		OPEN("op"), IN_PROGRESS("ip");

		private final String value;

		State(String value) {
			this.value = value;
		}

		@Override
		public String value() {
			return this.value;
		}

	}
	// end::text[]

	// tag::number[]
	enum Urgency implements IntChoice {

		LOW(10), HIGH(20);

		private final int value;

		Urgency(int value) {
			this.value = value;
		}

		@Override
		public int value() {
			return this.value;
		}

		@Override
		public String label() {
			return (this == HIGH) ? "At once" : "When there is time";
		}

	}
	// end::number[]

	// tag::unknown[]
	enum Channel {

		MAIL, PHONE,

		@UnknownChoice
		OTHER

	}
	// end::unknown[]

	enum Mood {

		sad, happy

	}

	// tag::source[]
	static class Currencies implements ChoiceSource {

		@Override
		public List<ChoiceOption> options() {
			return List.of(new ChoiceOption("EUR", "Euro"), new ChoiceOption("CHF", "Swiss franc"));
		}

	}
	// end::source[]

}
