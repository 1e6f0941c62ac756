package dev.orm.postgres;

import java.util.Map;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** Something with labels of any name, and a text in any language. */
@Table(name = "parcel")
public class Parcel extends Model {

	@Id
	private Long id;

	private String name = "";

	@Column(type = "regconfig", defaultValue = "simple")
	private String language = "simple";

	// tag::field[]
	@Column(type = "hstore")
	private Map<String, @Nullable String> labels = Map.of();

	// end::field[]

	@Column(type = "hstore")
	private @Nullable Map<String, @Nullable String> extra;

	public Long getId() {
		return this.id;
	}

	public void setId(Long id) {
		this.id = id;
	}

	public String getName() {
		return this.name;
	}

	public void setName(String name) {
		this.name = name;
	}

	public String getLanguage() {
		return this.language;
	}

	public void setLanguage(String language) {
		this.language = language;
	}

	public Map<String, @Nullable String> getLabels() {
		return this.labels;
	}

	public void setLabels(Map<String, @Nullable String> labels) {
		this.labels = labels;
	}

	public @Nullable Map<String, @Nullable String> getExtra() {
		return this.extra;
	}

	public void setExtra(@Nullable Map<String, @Nullable String> extra) {
		this.extra = extra;
	}

}
