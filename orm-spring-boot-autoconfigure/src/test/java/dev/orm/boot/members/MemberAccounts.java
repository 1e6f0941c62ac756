package dev.orm.boot.members;

import java.util.Locale;

import dev.orm.Manager;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

import static dev.orm.boot.members.MemberPath.MEMBER;

/** Spring Security finds its users among the members. */
// tag::accounts[]
class MemberAccounts implements UserDetailsService, UserDetailsPasswordService {

	private final Manager<Member> members;

	private final PasswordEncoder encoder;

	MemberAccounts(Manager<Member> members, PasswordEncoder encoder) {
		this.members = members;
		this.encoder = encoder;
	}

	@Override
	public UserDetails loadUserByUsername(String username) {
		return this.members.filter(MEMBER.username.eq(username.toLowerCase(Locale.ROOT)))
			.first()
			.orElseThrow(() -> new UsernameNotFoundException("No such member"));
	}

	/** A hash that is too weak by now is replaced at the next login. */
	@Override
	public UserDetails updatePassword(UserDetails user, @Nullable String encoded) {
		Member member = (Member) user;
		member.setPassword(encoded);
		this.members.save(member, MEMBER.password);
		return member;
	}

	Member register(String username, CharSequence password) {
		Member member = new Member();
		member.setUsername(username);
		member.setPassword(this.encoder.encode(password));
		return this.members.save(member);
	}

}
// end::accounts[]
