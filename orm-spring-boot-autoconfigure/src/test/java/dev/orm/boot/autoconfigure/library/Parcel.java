package dev.orm.boot.autoconfigure.library;

import java.math.BigDecimal;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.orm.OneToMany;
import dev.orm.annotation.Column;
import dev.orm.annotation.Embedded;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.annotation.Version;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/** A model with columns of many kinds. */
@Table(name = "library_parcel")
public class Parcel extends Model {

	@Id
	private Long id;

	@Version
	private Long version;

	@Column(precision = 6, scale = 2)
	private BigDecimal dutyPaid;

	@Embedded
	private @Nullable Size size;

	@Valid
	@Embedded
	private @Nullable Shelf shelf;

	@Column(nullable = true)
	private List<String> words;

	@JsonIgnore
	@Column(nullable = true)
	private String secret;

	@OnDelete(OnDeleteAction.CASCADE)
	@Column(nullable = true)
	@RelatedName("inner")
	private ForeignKey<Parcel> outer;

	private OneToMany<Parcel> inner;

	public static Parcel of(String duty, Size size) {
		Parcel parcel = new Parcel();
		parcel.dutyPaid = new BigDecimal(duty);
		parcel.size = size;
		parcel.words = List.of("a", "b");
		parcel.secret = "hidden";
		parcel.outer = ForeignKey.ofId(7L);
		return parcel;
	}

	public Long getId() {
		return this.id;
	}

	public Long getVersion() {
		return this.version;
	}

	public BigDecimal getDutyPaid() {
		return this.dutyPaid;
	}

	public Size getSize() {
		return this.size;
	}

	public String getSecret() {
		return this.secret;
	}

	public OneToMany<Parcel> getInner() {
		return this.inner;
	}

	public Parcel getOuter() {
		return this.outer.get();
	}

	public Object outerKey() {
		return this.outer.id();
	}

	public @Nullable Shelf getShelf() {
		return this.shelf;
	}

	public void setShelf(@Nullable Shelf shelf) {
		this.shelf = shelf;
	}

	/** Where it lies. */
	public record Shelf(@NotBlank String room, @Valid @Embedded @Nullable Size free) {

	}

	/** How large. */
	public record Size(@Positive Integer width, Integer height) {

	}

}
