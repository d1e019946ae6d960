using Microsoft.EntityFrameworkCore;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;
using Portal.Workflows.Runtime;

namespace Portal.Web.Operations.Authoring;

/// <content>Drafts that come from outside or from a template, and how any draft begins.</content>
public sealed partial class ProcessDesign
{
    /// <summary>A document from outside becomes the draft of its process: kept whole, its problems listed. A step
    /// that has nothing but its id is called by its kind.</summary>
    public async Task<Result<string>> ImportAsync(Actor actor, string definitionId, string text, CancellationToken cancellation = default)
    {
        var read = Read(text);
        if (!read.IsSuccess)
        {
            return read.Refusal;
        }

        var definition = read.Value;
        return await operations.RunAsync<string>(actor, async o =>
        {
            if (!IsDesigner(o.Context))
            {
                return Refusal.Forbidden;
            }

            var versions = await o.Db.DefinitionVersions.Where(v => v.DefinitionId == definitionId)
                .OrderBy(v => v.Version)
                .ToListAsync(cancellation);
            if (versions.Count == 0)
            {
                return Refusal.NotFound;
            }

            if (definition.DefinitionId != definitionId
                && await o.Db.DefinitionVersions.Where(v => v.DefinitionId == definition.DefinitionId && v.IsLatest)
                    .Select(v => v.Name)
                    .FirstOrDefaultAsync(cancellation) is { } other)
            {
                return DesignRefusals.OfOtherProcess(other);
            }

            if (versions.Exists(v => v.IsDraft))
            {
                return DesignRefusals.DraftThere;
            }

            var json = (System.Text.Json.Nodes.JsonObject)Titled(definition).Json.DeepClone();
            json["definitionId"] = definitionId;
            return Begin(o, definitionId, definition.Name, versions, json.ToJsonString()).Id;
        }, cancellation: cancellation);
    }

    /// <summary>A document from outside becomes a new process under the name it gives itself: kept whole, its problems listed. A step
    /// that has nothing but its id is called by its kind.</summary>
    public async Task<Result<string>> ImportNewAsync(Actor actor, string text, CancellationToken cancellation = default)
    {
        var read = Read(text);
        return read.IsSuccess ? await CreateAsync(actor, read.Value.Name, key =>
        {
            var json = (System.Text.Json.Nodes.JsonObject)Titled(read.Value).Json.DeepClone();
            json["definitionId"] = key;
            return json.ToJsonString();
        }, cancellation) : read.Refusal;
    }

    // Ids say nothing to who reads the steps.
    private WorkflowDefinition Titled(WorkflowDefinition definition) =>
        DefinitionEditor.WithTitles(definition, type => texts.Vietnamese.GetValueOrDefault($"activity.{type}"));

    /// <summary>A new process from a template; it exists as a draft until it is published.</summary>
    /// <returns>Id of the draft.</returns>
    public Task<Result<string>> CreateAsync(Actor actor, string name, OwnTemplate template, CancellationToken cancellation = default) =>
        CreateAsync(actor, name, key => OwnTemplates.Make(key, name.Trim(), template).Write(), cancellation);

    private Task<Result<string>> CreateAsync(Actor actor, string name, Func<string, string> make, CancellationToken cancellation) =>
        operations.RunAsync<string>(actor, async o =>
        {
            if (!IsDesigner(o.Context))
            {
                return Refusal.Forbidden;
            }

            name = name.Trim();
            if (name.Length is < 3 or > 100)
            {
                return Refusal.Invalid([new FieldError("name", name.Length < 3 ? "Common.Required" : "Common.TooLong", null, 100)]);
            }

            var key = OwnProcess.KeyOf(name);
            if (key == OwnProcess.Prefix)
            {
                return Refusal.Invalid([new FieldError("name", "Common.Required")]);
            }

            if (await o.Db.DefinitionVersions.AnyAsync(v => v.DefinitionId == key || v.Name == name, cancellation))
            {
                return Refusal.Invalid([new FieldError("name", "Design.NameTaken")]);
            }

            return Begin(o, key, name, [], make(key)).Id;
        }, cancellation: cancellation);

    private static DefinitionVersion Begin(Operation o, string definitionId, string name, List<DefinitionVersion> versions, string json)
    {
        var number = versions.Count == 0 ? 1 : versions[^1].Version + 1;
        var draft = new DefinitionVersion
        {
            Id = $"{definitionId}-v{number}",
            DefinitionId = definitionId,
            Version = number,
            Name = name,
            Json = json,
            IsLatest = true,
            CreatedAt = o.Context.Now,
            CreatedById = o.Context.Actor.PersonId,
            ChangedAt = o.Context.Now,
            ChangedById = o.Context.Actor.PersonId,
        };
        draft.Touch(o.Context.Actor.PersonId);
        draft.Json = Stamped(WorkflowDefinition.Read(json), draft, published: false);
        versions.ForEach(v => v.IsLatest = false);
        o.Db.DefinitionVersions.Add(draft);
        o.Audit("Definition.Drafted", draft.Id);
        return draft;
    }

    private static Result<WorkflowDefinition> Read(string text)
    {
        try
        {
            return WorkflowDefinition.Read(text);
        }
        catch (DefinitionFormatException e)
        {
            return DesignRefusals.Unreadable(e);
        }
    }
}
