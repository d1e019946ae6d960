using System.Linq.Expressions;

namespace Portal.Domain.Cases;

using PersonRule = Expression<Func<AccessScope, Case, CasePerson, bool>>;
using Rule = Expression<Func<AccessScope, Case, bool>>;

/// <summary>Makes one rule of what holds for every case and of what the processes say.</summary>
internal static class AccessRules
{
    /// <summary>Cases whose content a person reads by own right.</summary>
    public static Rule Content(IReadOnlyList<Audience> audiences)
    {
        // A case for people named alone is not the head's either.
        Rule head = (s, c) => s.IsHead && c.Sensitivity != Sensitivity.Named;
        Rule groups = (s, c) => c.Sensitivity == Sensitivity.Normal
            && (s.GroupIds.Contains(c.GroupId) || c.Areas.Any(a => s.AreaIds.Contains(a.AreaId)));
        Rule restricted = (s, c) => c.Sensitivity == Sensitivity.Restricted && s.RestrictedGroupIds.Contains(c.GroupId);
        Rule leaders = (s, c) => c.Sensitivity == Sensitivity.Leaders && (s.IsLeader || s.IsCoordinator);
        var rule = Join(head, groups, restricted, leaders, OnTheCase(audiences));
        foreach (var audience in audiences)
        {
            var keys = audience.ProcessKeys.ToArray();
            foreach (var reader in audience.Readers)
            {
                var notYet = reader.NotYetIn.ToArray();
                rule = Join(rule, Both(Holds(reader.Office), (s, c) => keys.Contains(c.ProcessKey) && !notYet.Contains(c.Status)
                    && c.Sensitivity != Sensitivity.HeadOnly && c.Sensitivity != Sensitivity.Named));
            }
        }

        return rule;
    }

    /// <summary>Cases of which a person knows title, dates and state without reading their content.</summary>
    public static Rule TitleBeyondContent(IReadOnlyList<Audience> audiences)
    {
        Rule rule = (s, c) => s.SeesTitles && c.Sensitivity == Sensitivity.Normal;
        foreach (var audience in audiences)
        {
            var keys = audience.ProcessKeys.ToArray();
            foreach (var excerpt in audience.Excerpts)
            {
                Rule suits = (s, c) => c.Sensitivity == Sensitivity.Normal && keys.Contains(c.ProcessKey);
                if (excerpt.As is { } kind)
                {
                    suits = Both(suits, (s, c) => c.People.Any(p => p.PersonId == s.PersonId && p.Kind == kind));
                }

                rule = Join(rule, excerpt.Office is { } office ? Both(Holds(office), suits) : suits);
            }
        }

        return rule;
    }

    public static Expression<Func<T, bool>> Or<T>(Expression<Func<T, bool>> a, Expression<Func<T, bool>> b) => (a.Body, b.Body) switch
    {
        (ConstantExpression { Value: true }, _) => a,
        (ConstantExpression { Value: false }, _) => b,
        (_, ConstantExpression { Value: true }) => b,
        (_, ConstantExpression { Value: false }) => a,
        _ => Expression.Lambda<Func<T, bool>>(Expression.OrElse(a.Body, Rebind(b, a.Parameters)), a.Parameters),
    };

    public static Expression<Func<T, bool>> And<T>(Expression<Func<T, bool>> a, Expression<Func<T, bool>> b) =>
        Expression.Lambda<Func<T, bool>>(Expression.AndAlso(a.Body, Rebind(b, a.Parameters)), a.Parameters);

    // Whoever is on a case reads it, unless its process bars them. What is for the head, or for named people alone, is read only
    // by its sender and by those named.
    private static Rule OnTheCase(IReadOnlyList<Audience> audiences)
    {
        PersonRule counts = (s, c, p) => p.PersonId == s.PersonId
            && (c.Sensitivity == Sensitivity.Normal || c.Sensitivity == Sensitivity.Restricted || p.Kind == CasePersonKind.Initiator
                || p.Kind == CasePersonKind.Named);
        foreach (var audience in audiences)
        {
            var keys = audience.ProcessKeys.ToArray();
            foreach (var bar in audience.Bars)
            {
                var kind = bar.Kind;
                PersonRule passes = (s, c, p) => !keys.Contains(c.ProcessKey) || p.Kind != kind;
                if (bar.Office is { } office)
                {
                    var holds = Holds(office);
                    passes = Expression.Lambda<Func<AccessScope, Case, CasePerson, bool>>(
                        Expression.OrElse(Expression.Not(Rebind(holds, [passes.Parameters[0], passes.Parameters[1]])), passes.Body),
                        passes.Parameters);
                }

                counts = Expression.Lambda<Func<AccessScope, Case, CasePerson, bool>>(
                    Expression.AndAlso(counts.Body, Rebind(passes, counts.Parameters)), counts.Parameters);
            }
        }

        Expression<Func<Case, IEnumerable<CasePerson>>> people = c => c.People;
        var (scope, subject, person) = (counts.Parameters[0], counts.Parameters[1], counts.Parameters[2]);
        var any = Expression.Call(
            typeof(Enumerable), nameof(Enumerable.Any), [typeof(CasePerson)], Rebind(people, [subject]),
            Expression.Lambda<Func<CasePerson, bool>>(counts.Body, person));
        return Expression.Lambda<Func<AccessScope, Case, bool>>(any, scope, subject);
    }

    private static Rule Holds(AudienceOffice office) => office switch
    {
        AudienceOffice.Leader => (s, c) => s.IsLeader,
        AudienceOffice.Coordinator => (s, c) => s.IsCoordinator,
        AudienceOffice.Clerk => (s, c) => s.IsClerk,
    };

    private static Rule Join(params Rule[] rules) => rules.Aggregate((a, b) =>
        Expression.Lambda<Func<AccessScope, Case, bool>>(Expression.OrElse(a.Body, Rebind(b, a.Parameters)), a.Parameters));

    private static Rule Both(Rule a, Rule b) =>
        Expression.Lambda<Func<AccessScope, Case, bool>>(Expression.AndAlso(a.Body, Rebind(b, a.Parameters)), a.Parameters);

    private static Expression Rebind(LambdaExpression source, IReadOnlyList<ParameterExpression> parameters)
    {
        var body = source.Body;
        for (var i = 0; i < source.Parameters.Count; i++)
        {
            body = new Rebinder(source.Parameters[i], parameters[i]).Visit(body);
        }

        return body;
    }

    private sealed class Rebinder(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
