using System.Linq.Expressions;

namespace Portal.Domain.Cases;

/// <summary>
/// Turns a rule about a person and a thing, a case for instance, into a condition on such things for one person: what the person holds is
/// decided here, and branches that cannot hold any more fall away, so that a database sees no more of the rule than it needs.
/// </summary>
internal sealed class ScopeBinder(ParameterExpression scopeParameter, AccessScope scope) : ExpressionVisitor
{
    public static Expression<Func<T, bool>> Bind<T>(Expression<Func<AccessScope, T, bool>> rule, AccessScope scope) =>
        Expression.Lambda<Func<T, bool>>(new ScopeBinder(rule.Parameters[0], scope).Visit(rule.Body), rule.Parameters[1]);

    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Expression != scopeParameter)
        {
            return base.VisitMember(node);
        }

        // Yes or no is decided now; ids stay values of the query, so that one query plan serves everybody.
        return node.Type == typeof(bool)
            ? Expression.Constant(ValueOf(node))
            : Expression.MakeMemberAccess(Captured(), node.Member);
    }

    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (node.NodeType is not (ExpressionType.AndAlso or ExpressionType.OrElse))
        {
            return base.VisitBinary(node);
        }

        var (left, right) = (Visit(node.Left), Visit(node.Right));
        var decides = node.NodeType == ExpressionType.OrElse;
        if (Value(left) is { } known)
        {
            return known == decides ? left : right;
        }

        if (Value(right) is { } alsoKnown)
        {
            return alsoKnown == decides ? right : left;
        }

        return Expression.MakeBinary(node.NodeType, left, right);
    }

    protected override Expression VisitUnary(UnaryExpression node) =>
        node.NodeType == ExpressionType.Not && Value(Visit(node.Operand)) is { } value
            ? Expression.Constant(!value)
            : base.VisitUnary(node);

    private bool ValueOf(MemberExpression node)
    {
        var read = Expression.MakeMemberAccess(Expression.Constant(scope), node.Member);
        return Expression.Lambda<Func<bool>>(read).Compile(preferInterpretation: true)();
    }

    private static bool? Value(Expression expression) => expression is ConstantExpression { Value: bool value } ? value : null;

    private Expression Captured()
    {
        Expression<Func<AccessScope>> captured = () => scope;
        return captured.Body;
    }
}
