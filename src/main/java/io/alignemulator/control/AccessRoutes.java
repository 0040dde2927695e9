package io.alignemulator.control;

import io.alignemulator.access.TokenText;
import io.alignemulator.control.bind.Call;
import io.alignemulator.control.bind.ControlCallException;
import io.alignemulator.protocol.AccessExplanation;
import io.alignemulator.protocol.AccessQuestion;
import io.alignemulator.protocol.TokenInfo;
import io.alignemulator.protocol.TokenRequest;
import io.alignemulator.protocol.TokenScope;
import io.alignemulator.resource.address.Addresses;
import io.alignemulator.resource.call.Response;
import io.alignemulator.resource.verbs.Explanation;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.sandbox.calls.CallFilter;
import io.alignemulator.settings.AccessSettings;
import io.alignemulator.world.Row;
import io.alignemulator.world.Token;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Routes about who may do what: tokens, and why a call is refused. */
final class AccessRoutes {

    private final Addresses addresses;

    AccessRoutes(Addresses addresses) {
        this.addresses = addresses;
    }

    List<ControlRoute> all() {
        return List.of(
                ControlRoute.get("/tokens", "The tokens of the site's users.")
                        .answersEach(TokenInfo.class)
                        .by((call, sandbox) -> tokens(sandbox)),
                ControlRoute.post(
                                "/tokens",
                                "Generates a token for a user and ends those the user had, as on a user's profile page; with scope or expires one of Atlassian's sign-on, which ends no other.")
                        .body(TokenRequest.class, "{\"userId\": 4}")
                        .answers(TokenInfo.class)
                        .creates()
                        .by(AccessRoutes::generate),
                ControlRoute.get("/access", "What a user's call would be told, and why.")
                        .query(AccessQuestion.class)
                        .answers(AccessExplanation.class)
                        .by(this::explain));
    }

    private static Response tokens(Sandbox sandbox) {
        return Answers.json(
                200,
                sandbox.state().tokens().all().entrySet().stream()
                        .sorted(Comparator.<Map.Entry<String, Token>>comparingLong(
                                        each -> each.getValue().userId())
                                .thenComparing(Map.Entry.comparingByKey()))
                        .map(each -> info(each.getKey(), each.getValue()))
                        .toList());
    }

    private static Response generate(Call call, Sandbox sandbox) {
        TokenRequest request = call.body(TokenRequest.class);
        Row user = user(sandbox, request.userId());
        boolean isOfTheSignOn = request.scope().isPresent() || request.expires().isPresent();
        boolean readsOnly =
                request.scope().filter(each -> each == TokenScope.READ).isPresent();
        Token token = isOfTheSignOn
                ? new Token(
                        user.id(),
                        Optional.of(new Token.Grant(
                                readsOnly ? Token.Scope.READ : Token.Scope.READ_WRITE, request.expires())))
                : Token.of(user.id());
        String text = TokenText.issue(
                token, sandbox.identity().key(), sandbox.state().settings().get(AccessSettings.TOKENS));
        sandbox.tokens(tokens -> isOfTheSignOn ? tokens.and(text, token) : tokens.replaced(user.id(), text));
        return Answers.json(201, info(text, token));
    }

    private static TokenInfo info(String text, Token token) {
        return new TokenInfo(
                text,
                token.userId(),
                token.grant().map(each -> token.readsOnly() ? TokenScope.READ : TokenScope.READ_WRITE),
                token.grant().flatMap(Token.Grant::expires));
    }

    private static Row user(Sandbox sandbox, long id) {
        return sandbox.state()
                .world()
                .get("User", id)
                .orElseThrow(() -> new ControlCallException(404, "There is no user " + id + "."));
    }

    private Response explain(Call call, Sandbox sandbox) {
        AccessQuestion question = call.query(AccessQuestion.class);
        Row user = user(sandbox, question.user());
        String below = CallFilter.below(question.path());
        Explanation explanation = Explanation.of(
                addresses,
                sandbox.state().world(),
                user,
                sandbox.state().settings(),
                question.verb().name(),
                (below.startsWith("/") ? below : "/" + below).split("[?#]", 2)[0]);
        return Answers.json(
                200,
                new AccessExplanation(
                        user.id(),
                        question.verb().name(),
                        question.path(),
                        explanation.decision(),
                        explanation.status().map(OptionalInt::of).orElse(OptionalInt.empty()),
                        explanation.rule().id(),
                        explanation.reason(),
                        List.copyOf(explanation.missingToggles()),
                        explanation.missingMemberships().stream()
                                .map(each -> new AccessExplanation.Membership(each.teamId(), each.teamName()))
                                .toList()));
    }
}
