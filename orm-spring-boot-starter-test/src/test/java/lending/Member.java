package lending;

import dev.orm.annotation.Column;
import dev.orm.annotation.Table;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;

// tag::member[]
@Table(name = "member")
public class Member extends Kept {

	@NotBlank
	@Column(length = 100)
	private String name = "";

	@Email
	@LowerCase
	@Column(length = 200, unique = true)
	private String email = "";

	public static Member of(String name, String email) {
		Member member = new Member();
		member.name = name;
		member.email = email;
		return member;
	}

	public String getName() {
		return this.name;
	}

	public String getEmail() {
		return this.email;
	}

}
// end::member[]
