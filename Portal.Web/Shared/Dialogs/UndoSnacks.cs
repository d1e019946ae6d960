using MudBlazor;
using Portal.Web.Texts;

namespace Portal.Web.Shared.Dialogs;

/// <summary>Saying what happened, with a button that takes it back.</summary>
public static class UndoSnacks
{
    /// <summary>Milliseconds that one has to think again.</summary>
    private const int Shown = 10_000;

    public static void AddUndo(this ISnackbar snackbar, Localizer texts, string text, Func<Task> undo) =>
        snackbar.Add(text, Severity.Normal, options =>
        {
            options.Action = texts["Common.Undo"];
            options.VisibleStateDuration = Shown;
            options.OnClick = _ => undo();
        });
}
