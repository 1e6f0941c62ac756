package dev.orm.column;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** A model with types of the application. */
// tag::letter[]
@Table(name = "letter")
public class Letter extends Model {

	@Id
	private Long id;

	@UpperCase(locale = "tr")
	@Column(length = 40)
	private String town;

	@Encrypted
	private @Nullable String secret;

	@Planar
	private @Nullable Point place;

	// end::letter[]
	Letter() {
	}

	Letter(String town, @Nullable String secret, @Nullable Point place) {
		this.town = town;
		this.secret = secret;
		this.place = place;
	}

	public Long getId() {
		return this.id;
	}

	public String getTown() {
		return this.town;
	}

	public void setSecret(@Nullable String secret) {
		this.secret = secret;
	}

	public @Nullable String getSecret() {
		return this.secret;
	}

	public @Nullable Point getPlace() {
		return this.place;
	}

	/** A place on a map. */
	record Point(int x, int y) {

	}

}
