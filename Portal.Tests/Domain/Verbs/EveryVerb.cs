using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Portal.Domain.Common;

namespace Portal.Tests.Domain.Verbs;

/// <summary>
/// Every verb of an aggregate in every state, by the right people, wrong people and nobody. A verb without a row fails, and so does a state
/// that nothing reaches: both lists are read from the code.
/// </summary>
public abstract class EveryVerb<TSelf, TScene, TState>
    where TSelf : EveryVerb<TSelf, TScene, TState>, new()
    where TScene : class
    where TState : struct, Enum
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    [SuppressMessage("Design", "CA1000", Justification = "The test framework reads the cells of each table from here.")]
    public static TheoryData<string, TState> Cells
    {
        get
        {
            var table = new TSelf();
            var cells = new TheoryData<string, TState>();
            foreach (var row in table.Rows)
            {
                foreach (var state in row.Of.Count > 0 ? row.Of : table.Reach.Keys)
                {
                    cells.Add(row.Name, state);
                }
            }

            return cells;
        }
    }

    /// <summary>The type whose methods are the verbs.</summary>
    protected virtual Type Aggregate => typeof(TScene);

    protected abstract IReadOnlyList<VerbRow<TScene, TState>> Rows { get; }

    protected virtual IReadOnlyList<FactoryRow<TScene, TState>> Factories => [];

    /// <summary>The road to each state, by the aggregate's own verbs.</summary>
    protected abstract IReadOnlyDictionary<TState, Func<Stage<TScene>>> Reach { get; }

    /// <summary>States that are named and never entered, with the reason.</summary>
    protected virtual IReadOnlyDictionary<TState, string> NeverReached => new Dictionary<TState, string>();

    protected abstract TState StateOf(TScene scene);

    protected abstract int VersionOf(TScene scene);

    /// <summary>
    /// Methods of the aggregate that are verbs: they answer with a result, change something in silence, or make the aggregate.
    /// </summary>
    protected virtual bool IsVerb(MethodInfo method) => method.IsPublic;

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_verb_does_what_the_state_and_the_person_allow_and_nothing_else(string verb, TState state)
    {
        var row = Rows.Single(r => r.Name == verb);
        foreach (var (person, code) in row.People())
        {
            var isOpen = row.In.Contains(state) || row.PassesBy.Contains(state);
            Try(row, state, person, isOpen ? code : row.NotNowIn.GetValueOrDefault(state, row.NotNow));
        }
    }

    [Fact]
    public void What_makes_the_aggregate_asks_who_makes_it()
    {
        foreach (var row in Factories)
        {
            foreach (var (person, code) in row.People())
            {
                var (result, made) = row.Make(Committee.As(person, row.At));
                Assert.True(result.Refusal?.Code == code, $"{row.Verb} by \"{person}\": {Said(result)}, expected {code ?? "success"}");
                Assert.Equal(code is null, made is not null);
                if (made is not null)
                {
                    Assert.Equal(row.Begins, StateOf(made));
                    Assert.True(VersionOf(made) > 0, $"{row.Verb} makes something without a version");
                }
            }
        }
    }

    [Fact]
    public void Every_verb_has_a_row_and_every_row_a_verb()
    {
        var methods = Aggregate.GetMethods(Declared | BindingFlags.NonPublic | BindingFlags.Static)
            .Where(m => !m.IsSpecialName && !m.Name.Contains('<', StringComparison.Ordinal) && IsVerb(m) && Answers(m)).ToList();
        var names = methods.Select(m => m.Name).Distinct().ToList();
        Assert.Equal(names.Order(), Rows.Select(r => r.Verb).Concat(Factories.Select(f => f.Verb)).Distinct().Order());
        Assert.Equal(methods.Count, names.Count);
        Assert.Equal(Rows.Count, Rows.Select(r => r.Name).Distinct().Count());
        Assert.All(names.Except(Factories.Select(f => f.Verb)), verb => Assert.Contains(Rows, r => r.Verb == verb && r.Of.Count == 0));
    }

    [Fact]
    public void Every_state_is_reached_by_verbs_or_is_said_to_be_out_of_use()
    {
        Assert.Equal(Enum.GetValues<TState>().Order(), Reach.Keys.Concat(NeverReached.Keys).Order());
        Assert.All(Reach, road => Assert.Equal(road.Key, StateOf(road.Value().Scene)));
        Assert.All(Rows.SelectMany(r => r.From), road => Assert.Equal(road.Key, StateOf(road.Value().Scene)));
        Assert.All(NeverReached.Values, reason => Assert.NotEmpty(reason));
    }

    [Fact]
    public void No_verb_of_the_aggregate_changes_it_without_an_answer() => Assert.Empty(
        Aggregate.GetMethods(Declared)
            .Where(m => !m.IsSpecialName && m.ReturnType == typeof(void)).Select(m => m.Name));

    private void Try(VerbRow<TScene, TState> row, TState state, string person, string? code)
    {
        var stage = row.From.GetValueOrDefault(state, Reach[state])();
        var (before, version) = (Snapshot.Of(stage.Scene), VersionOf(stage.Scene));
        var result = row.Act(stage.Scene, Committee.As(person, row.At ?? stage.Now));
        Assert.True(result.Refusal?.Code == code, $"{row.Name} in {state} by \"{person}\": {Said(result)}, expected {code ?? "success"}");
        if (code is not null)
        {
            Assert.Equal(before, Snapshot.Of(stage.Scene));
            return;
        }

        if (row.PassesBy.Contains(state))
        {
            Assert.Equal((state, version), (StateOf(stage.Scene), VersionOf(stage.Scene)));
            return;
        }

        Assert.Equal(row.To(state), StateOf(stage.Scene));
        Assert.True(VersionOf(stage.Scene) > version, $"{row.Name} in {state} leaves the version as it was");
    }

    private static bool Answers(MethodInfo method) =>
        typeof(Result).IsAssignableFrom(method.ReturnType) || (method.ReturnType == typeof(void) && !method.IsStatic)
        || (method.IsStatic && method.ReturnType == method.DeclaringType);

    private static string Said(Result result) => result.IsSuccess ? "success" : Walk.Said(result.Refusal);
}
