using Microsoft.AspNetCore.Components;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Operations.Tasks;
using Portal.Web.Shared.Dialogs;

namespace Portal.Web.Shared;

/// <summary>The acts beside a step's outcomes. What the person may do is said by the view; the server checks it again.</summary>
public partial class TaskArranging
{
    private readonly SubmitLock _submitLock = new();
    private Sheet _sheet;
    private DateOnly? _until;
    private string? _problem;

    private enum Sheet
    {
        None,
        HandOver,
        Aside,
        Question,
    }

    [Parameter, EditorRequired]
    public required TaskView Task { get; set; }

    [Parameter, EditorRequired]
    public required CaseContext Context { get; set; }

    /// <summary>The person reads the whole case, and may ask about it.</summary>
    [Parameter]
    public bool MayAsk { get; set; }

    /// <summary>Told when something was changed: the step is to be read again.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    // A day later than today that is not past the due day.
    private bool MayWait => Task.Task.DueAt is not { } due || VietnamTime.DayOf(due) > Context.Today;

    private string Expanded(Sheet sheet) => _sheet == sheet ? "true" : "false";

    private void Turn(Sheet sheet) => (_sheet, _problem) = (_sheet == sheet ? Sheet.None : sheet, null);

    // What was done, and how it is taken back.
    private (string Said, Func<Actor, Guid, Task<Result>> Back) Taken => (L["Arrange.Taken"], (a, task) => Acts.ReleaseAsync(a, task));

    private (string Said, Func<Actor, Guid, Task<Result>> Back) PutAside =>
        (L["Arrange.PutAside"], (a, task) => Acts.SetAsideAsync(a, task, null));

    private Task DoAsync(
        Func<Actor, Task<Result>> act,
        (string Said, Func<Actor, Guid, Task<Result>> Back)? undo = null) => _submitLock.RunOnceAsync(async () =>
    {
        var done = await act(await Current.GetAsync());
        if (!done.IsSuccess)
        {
            _problem = L.FirstOf(done.Refusal);
            return;
        }

        _until = null;
        if (undo is var (said, back))
        {
            var task = Task.Task.Id;
            Snackbar.AddUndo(L, said, () => InvokeAsync(async () =>
            {
                await back(await Current.GetAsync(), task);
                await OnChanged.InvokeAsync();
            }));
        }

        await ChangedAsync();
    });

    private Task ChangedAsync()
    {
        Turn(Sheet.None);
        return OnChanged.InvokeAsync();
    }
}
