using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Forms;
using Portal.Workflows.Runtime;
using Portal.Workflows.UserTasks;

namespace Portal.Web.Operations.Tasks;

/// <summary>Several steps decided at once with one comment: each is checked, done and reported on its own.</summary>
public sealed class BulkDecisions(
    PortalOperations operations, CaseQueries cases, CaseActs acts, ProcessCatalogue processes, CompiledDefinitions definitions)
{
    /// <summary>At most this many at a time.</summary>
    public const int MaxItems = 100;

    /// <summary>The outcomes that all of these steps allow in bulk. What one may not do is refused when it is done.</summary>
    public async Task<IReadOnlyList<TaskAction>> ActionsAsync(
        Actor actor, IReadOnlyCollection<Guid> taskIds, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        string[] people = [actor.PersonId, .. context.Directory.StandsInFor(actor.PersonId, context.Today).Select(g => g.PrincipalId)];
        return await operations.ReadAsync(async db =>
        {
            var ids = taskIds.Take(MaxItems).ToList();
            var tasks = await db.UserTasks.Where(t => ids.Contains(t.Id)
                && t.State == UserTaskState.Open
                && t.Assignees.Any(a => a.IsOpen && (t.IsOptional || !a.IsOptional) && people.Contains(a.PersonId)))
                .Join(db.Instances, t => t.CaseId, i => i.CaseId, (t, i) => new { Task = t, i.DefinitionVersionId })
                .ToListAsync(cancellation);
            IReadOnlyList<TaskAction>? common = null;
            foreach (var one in tasks.DistinctBy(t => (t.DefinitionVersionId, t.Task.StepId, t.Task.SpecJson)))
            {
                var definition = await definitions.OfAsync(one.DefinitionVersionId, db.FindVersionAsync, cancellation);
                var allowed = CaseRuntime.SpecOf(one.Task, definition).Actions.Where(a => a.Bulk && !a.IsOptional).ToList();
                common = common is null
                    ? allowed
                    : [.. common.Where(c => allowed.Exists(a => a.Key == c.Key))
                        .Select(c => c with { CommentRequired = c.CommentRequired || allowed.Find(a => a.Key == c.Key)!.CommentRequired })];
            }

            return common ?? [];
        }, cancellation);
    }

    /// <param name="comment">Becomes opinion or reason of each form; no state secrets: the person has said so.</param>
    /// <param name="progress">Told how many are done, after each.</param>
    public async Task<IReadOnlyList<BulkOutcome>> DecideAsync(
        Actor actor, IReadOnlyList<BulkItem> items, string action, string comment, IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var outcomes = new List<BulkOutcome>();
        foreach (var item in items.Take(MaxItems))
        {
            progress?.Report(outcomes.Count);
            var found = await cases.FindTaskAsync(actor, item.TaskId, cancellation);
            if (!found.IsSuccess)
            {
                outcomes.Add(new BulkOutcome(item.TaskId, "", default, found.Refusal));
                continue;
            }

            var (view, task) = found.Value;
            outcomes.Add(new BulkOutcome(
                item.TaskId,
                view.Case.Number,
                view.Case.Title,
                await DecideAsync(actor, view, task, item.Version, action, comment.Trim(), context, cancellation)));
        }

        return outcomes;
    }

    private async Task<Refusal?> DecideAsync(
        Actor actor, CaseView view, TaskView task, int version, string action, string comment, Domain.Cases.CaseContext context,
        CancellationToken cancellation)
    {
        if (task.Actions.FirstOrDefault(a => a.Key == action) is not { Bulk: true } chosen)
        {
            return Refusal.Forbidden;
        }

        var schema = processes.Form(chosen.Form ?? task.Spec.Form);
        var form = schema is null ? new JsonObject() : processes.Known(schema.Key, context, view, task.Task.Item);
        if (schema?.HasSecrecyGate == true)
        {
            form["secrecy"] = FormInput.ToJson(SecrecyGate.No);
        }

        var done = await acts.CompleteAsync(
            actor,
            task.Task.Id,
            new Submission(action, form, Version: version, Comment: comment.Length > 0 ? comment : null),
            cancellation: cancellation);
        return done.Refusal;
    }
}
